"""Common English words in their base form, M to Z: see `common_words`."""

from __future__ import annotations

WORDS = """
machine macro mad made magazine magic magma magnesium magnet magnitude maid mail main maine maintain
maize major make maker male mall maltose man manage manager mandate manganese maniac manic manifest
mankind manner manor mansion mantle manual manufacture manufacturer map maple marble march mare
margin marine marital mark marker market marriage marry marsh martial mash mask mass massage mast
master mat match mate material maternal math matrix matte matter mature maximum may maybe mayor maze
meadow meal mean meant measure measurement meat mechanic medal meddle media medial mediate medical
medication medicine meditation medium meet meiosis melon melt member membrane memory men menace mend
mental mention mentor menu merchant mercury mercy mere merge merit merry mesh mess message met meta
metal metamorphic mete meteor meter methane method metre mettle micro middle midnight midst might
migrate mild mile military milk mill million mind mine miner minimal minimum minister minor mins
mint minus minute miracle mirror miserable misery mislead misled miss missile mission mist mistake
mitosis mix mixture moan mobile mock mod mode model moderate modern modification modify module moist
moisture mold molecule moment monarch monday money monitor monk monkey monster mont month mood moon
moor moral morale more morning moron mortal mortar mortgage mosque most moth mother motion motive
motor mould mount mountain mourn mouse mouth move movement movie much mucous mud mule multiple
multitude murder murderer muscle muse museum mushroom music mussel must mutual my mystery myth nail
naive naked name nap narrow nasty nation national native nature naval navel navy near neat neck need
needle negative neglect negotiate negotiation neighbor neither neon nephew nerve nest net network
neural neuron neutral neutron never new newton next nice niche nickel niece nigh night nine nitrate
nitrite noble nobody nod node noise nominate nomination none noon nor norm north nose not notary
note nothing notice notification notify notion notre noun novel november now nozzle nuclear nuisance
number numerous nun nurse nursery nut oak oar oat oath obesity obey object objection objective
obligation oblige obscure observation observe observer obstacle obtain obvious occasion occupy occur
ocean october odd odor off offence offend offender offense offer office officer official officious
offset often ohm oil old oligarchy olive omission omit once one onion only onset onto open opera
operate operation operator opinion opponent oppose opposite opt optic optimal option orange orbit
orchard orchestra order ordinance ordinary ordnance ore organ organic organization organize
organizer orient origin original orphan osmosis other otherwise ounce our out outcome outdoor outfit
outlet outline outlook output outrage outside outsider ova oval ovarian ovary oven over overall
overcome overlook overt ovum owe owen owl own owner oxygen oyster pace pack package packet pact pad
page paid pain paint painter pair palace palate pale palette pallet palm pan pane panel panic pant
paper parade paragraph parallel parathyroid parcel pardon parent parish parity park parliament part
partial participate particle particular partner party pascal pass passage passenger passion past
pasta paste pastel pasture pat patch patent path patient patrol patron pattern pause pave pay
payback payment pea peace peach peak peanut pear pearce pearl peasant peculiar pedal peddle pee peel
peer pelvis pen penalty pencil penis pentane people pepper peptide per perceive percent percentage
perception perfect perform performance performer perhaps peril period permanent permit perpetrate
perpetual perpetuate persecute persist person persona personnel perspective perspiration persuade
pest pet petition petrol pharmacist phase phenomenon philosophy phone photo photon phrase physical
physician physics piano piazza pick pickle picture pie piece pier pierce pig pigeon pile pill pillar
pillow pilot pin pinch pine pink pint pioneer pipe piss pistol piston pit pitch pizza place plague
plaid plain plaintiff plan plane planet plank planner plant plasma plaster plastic plate platelet
platform platter play playback player playoff plea plead pleasant please pleasure plenty plot plow
pluck plug plumb plump plunge plural plus plush pocket pod poem poet point poise poison poke polar
pole police policy polish polite political poll pollute pond pont pony pool poor pop pope popular
porch pore pork port portion portrait pose position positive posse possible post poster posture pot
potassium potato potent potential pottery pouch pound pour poverty powder power practice practise
praise pray prayer preach precede precious precipitate precipitous precise predict prediction prefer
preference pregnant prejudice premier premiere premise premium preparation prepare pres prescribe
prescription present preserve president presume pretend pretty prevail prevent previous prey price
pride priest prima primary primate prime prince princess principal principle print printer prior
priority prison prisoner private privilege prize prob probe problem procedure proceed process
proclaim prod produce producer product production prof profession professional professor profile
profit profound program progress prohibit project projection prolong prominent promise promote
promotion prompt prone proof propane propel proper property prophet proportion proposal propose
proscribe proscription prose prosecute prosecutor prospect prospectus prosper prostate prostrate
protect protection protein protest proud prove provide provider province provision provoke prowess
prudent prune psalm pubic public publish publisher puck pudding pull pulse pump punch punish pupil
puppet puppy purchase pure purge purple purpose purse pursue push put puzzle quack quaint
qualification qualify quality quantify quantity quarrel quarry quart quarter queen query quest
question queue quick quiet quilt quit quite quota quote rabbi rabbit rabid race rack radar radial
radiate radical radio radish radium radius radon raft rag rage raid rail rain raise rally ram ramp
ran ranch random rang range ranger rank rant rap rape rapid rapper rare rash rat rate rather ratio
rave raven raw ray razor reach react reaction reactor read reader real reality realize realm realtor
realty reap rear reason rebel recall recap recede receipt receive receiver recent reception recipe
recite reckon recognize recommend recon reconcile record recover recruit rector recur red reduce
reduction reed reel refer reference refine reflect reflection reform refrain refresh refuge refugee
refund refuse regain regal regard regime region register regression regret regular regulate
regulation regulator reign rein reject relapse relate relation relative relax relay release relevant
reliable relic relief relieve religion relive reluctant rely remain remainder remand remark remedy
remember remind remote remove renal rename render renew rent repair repay repeal repeat repel repent
replace replacement replay reply report reporter represent repression reproduce republic reputation
request require requirement rescue research researcher resemble resent reservation reserve reservoir
reset reside resident residue resign resin resist resistor resolve resort resource respect
respiration respond response responsible rest restaurant restore restrain restrict restriction
result resume retail retailer retain retarded retention retina retire retreat retrieve return reuse
reveal revel revenge revenue revere reverence reverse revert review revise revive revolt revolution
revolve revue reward rhyme rhythm rib ribbon rice rich rid ride rider ridge ridicule rife rifle rig
right rigid rim ring rinse riot rip ripe rise risk ritual rival river road roam roar roast rob robe
robin robot robust rock rocket rod rode rogue role roll roman romance roof room rooster root rope
rose roster rot rotary rotate rotor rotten rouge rough round rouse route routine row royal rub
rubbish rubble rude rug ruin rule ruler rumor rumour run runaway rung runner runway rural ruse rush
russia russian rust sack sacred sacrifice sad saddle safe safety said sail sailor saint sake salad
salary sale salmon salon saloon salt salute salvage same sample sand sane sank sash satellite
satisfy saturday sauce sausage save saw says scale scan scar scarce scare scarf scarlet scatter
scene scent schedule scheme scholar school science scooter scope score scorn scout scrap scrape
scratch scream screen screw script sculpture sea seal seam sear search season seat second secret
secretary sect section sector secure security sedimentary seduction see seek seem seize seizure
seldom select selection selector self sell seller semen semi senate senator send senior sense
sensible sensitive sensor sentence sentient sentiment sepal separate september sequence serene serie
serious sermon serous serpent servant serve server service session set settle settlement seven
severe sew sex shack shade shadow shaft shake shale shall shallow shalt sham shame shape share shark
sharp shatter shave she sheen sheep sheer sheet shelf shell shelter shelves shepherd shield shift
shilling shin shine ship shipment shirt shit shiver shock shoe shone shook shoot shooter shop shore
short shot should shoulder shout shove show shower shown shred shrewd shrimp shrine shrink shrub
shut sick side siege sigh sight sigma sign signal significant silent silicon silicone silk silly
silver similar similarity simmer simple simulate simulation since sing singe singer single sink
sinner sins sinuous sinus sip sir sire sister sit site situation six size skate skeleton sketch ski
skill skin skip skirt skit skull sky slab slack slag slam slander slang slap slash slate slaughter
slave slay sleek sleep sleeve slender slice slick slid slide slight slim sling slip slit slogan
slope slot slow slum slump smack small smart smash smell smile smoke smooth snack snail snake snap
snare snatch sneak sniff snore snow soak soap soar sob soccer social society sock soda sodium soft
soil solar sold soldier sole solemn solid solo solution solve some son sonar song soon sooo soothe
sophisticated sore sorrow sorry sort sought soul sound soup sour source south sovereign space spade
spain spam span spar spare spark spat spawn speak speaker spear special specialty species specific
specification specify specimen spectacle sped speech speed spell spend sperm sphere spice spider
spike spill spin spindle spine spire spirit spit spite splash splendid split spoil spoke sponge
sponsor spoon spore sport spot spouse spout spray spread spring sprinter sprite sprout spur spy
squad square squeeze stab stability stable stack stadium staff stag stage stain stair stake
stalactite stalagmite stale stalk stall stamen stamp stance stand standard staple star starch stare
start starter startle starve state statement static station stationary stationery stats statuary
statue stature status statute statutory stay stead steak steal steam steel steep steer stele stem
step stereo sterling stern stick sticker stiff stigma stile still stimulate sting stink stipulate
stir stitch stock stoke stole stomach stomp stone stool stoop stop storage store storey storm story
stove straight strain strait strand strange stranger strap strategy straw stray streak stream street
strength strengthen stress stretch strict stride strike string strip stripe strive stroke stroll
strong struck structure struggle strung stubborn stuck stud student studio stuff stumble stump stung
stupid sturdy sturgeon style subject sublime submit subsequent substance substitute subtle suburb
succeed success such suck sucrose suction sudden sue suffer suffice sufficient sugar suggest
suggestion suit suite sulfate sulfite sulfur sum summary summer summit summon sun sunday sung sunk
super superb superior supervisor supper supplement supplier supply support supporter suppose
suppress supreme sure surf surface surge surgeon surgery surplus surprise surrender surround survey
survive survivor suspect suspend sustain swallow swam swamp swan swap swarm swat sway swear sweat
sweden sweep sweet swell swept swift swim swing switch switzerland sword swore sworn symbol sympathy
symptom syndrome syrup system systole systolic table tablet tack tackle tactic tail tailor take tale
talent talk tall tame tamper tank tap tape target tariff task taste tax taxi tea teach teacher team
tear tease technical technician technique technology tedious tee teen teeth tell temper temperature
temple temporary tempt ten tenant tend tendon tennis tense tension tent tenth term terminal terrible
terrific territory terror test testify text texture than thank that theater theatre theft their
theme then theocracy theory therapy there thereby therefore these thesis they thick thief thigh thin
thing think third thirst thirty this thorn thorough those though thought thousand thrash thread
threat threaten three threw thrift thrill thrive throat throne through throughout throughput throw
thrown thrust thug thumb thunder thursday thus thyroid tibia tick tickle tide tie tiger tight tile
till tilt timber time timid tin tint tip tire tissue title toad toast tobacco today toe together
toil toilet told tolerate toll tomato tomb tomorrow ton tone tong tongue tonight tonne too took tool
tooth top topic torch tore torn tortuous torture torturous tory toss total touch tough tour tourist
tow toward towel tower town toxic toy trace track tract tractor trade trader tradition traffic
tragedy tragic trail trailer train trainee trainer trait traitor tram tramp trance transfer
transform transistor transit transition translate translation transmit transparent transport trap
trash travel traveler tray tread treasure treat treatise treatment treaty tree tremble tremendous
trench trend trial triangle tribe tribune tribute tricep trick trickle trifle trigger trim trip
triple triumph troll troop trophy tropical trouble trough troupe trousers truce truck true trunk
truss trust truth try tube tuck tuesday tumor tumour tune tunnel turn turtle tutor twain twelve
twenty twice twin twist two tying type typical ugly ulna ulnar ultimate umbrella unable uncle under
undergo understand undertake unfit unfold uniform union unique unison unit unite universe university
unless unlike untie until unusual upload upon upper upright upset urban urge urgent usage use user
usher usual utility utmost utter vacant vacation vacuum vague vain vale valid valley value valve van
vane vapor variable variety various vary vast vault veal vector vegetable vehicle veil vein velvet
venal vend venial venom venous vent venture venue veracious verb verdict verge verify verse version
vertical vessel vest vet veteran via vice vicious victim victory video view viewer vigil vigor vile
village vine vinegar vinous violate violation violent violet violin viral virgin virtue virus
viscous visible vision visit visitor visual vita vital vivid vocal vocation voice void volcano volt
voltage volume voluntary volunteer voracious vote voter vow vowel voyage wage wagon wail waist wait
waive wake wales walk wall wallet wander want war ward warm warn warp warrant warrior warship wash
wasp waste watch water watt wave wax way weak wealth wean weapon wear weather weave web wedding
wedge wednesday weed week weep weigh weight weird welcome weld welfare well welsh went were west wet
wether whale what wheat wheel when whence where whereas whether which while whip whirl whisk whiskey
whisper whistle white who whoever whole whom whomever whop whore whose why wicked wide widow width
wield wife wig wight wild will win wind window wine wing winner winter wipe wire wisdom wise wish
wit witch with withdraw withdrawn withdrew within without woken wolf woman women wonder wood wool
word wore work worker workshop world worm worn worry worse worship worst worth would wound wrack
wrap wreak wreathe wreck wring wrist writ write writer writhe written wrong xenon yard yarn year
yeast yell yellow yes yesterday yet yield young your youth zealous zero zone
"""
