"""Common English words in their base form, A to L: see `common_words`."""

from __future__ import annotations

WORDS = """
abide able about above absent absorb abuse accent accept access account accusation accuse acetate
acetone acetylene ache achieve achievement acid across act action actor actual adapt add addict
addition address adhere adjust adjustment admit adopt adore adorn adult advance adverse advert
advice advise adviser advisor aesthetic affair affect afferent affluent afford afraid africa african
after again against age agency agent ago agree agreement ahead aid aide aim air alarm album alcohol
alert alike alive all allegoric allergic alley allow alloy allude allusion almost alone along aloud
already also altar alter alteration altercation altitude alum alumina aluminium always amaze amen
amend amendment america american ammo among amor amount ampere amplitude amuse anaesthetic analyse
analysis analyst anchor and angel anger angle animal ankle announce announcement annoy annual anode
another answer ant antarctic any apart apartment appeal appear appearance appendix apple appoint
appointment appraise apprentice apprise approach approve april aptitude arch archie archive arctic
area argon argue arise aristocracy arm armor army around arouse arrange arrangement arrest arrive
arrow arse art arterial artery artic article ascent ash asia aside ask asleep aspect aspire ass
assault assay assent assert assess assessment asset assign assignment assist assort assume assure
atom atrium atrophy attach attack attacker attain attempt attend attention attic attitude attract
attraction auction audience audition august aunt aural australia australian austria austrian author
authority auto autocracy autumn avenue average avert avid avoid await awake award aware away awful
baby back bacon bad badge bag bail bait bake balance bald bale ball ballad balm ban band bang bank
banker banner bar bard bare bargain barge barium bark barley barn baron barrel barrier base bash
basic basil basin basis basket bass bat batch bath bathe baton battle bay beach beacon bead beak
beam bean bear beard beast beat beauty beaver became because become bed bedside bee beef beer beet
before beg began begin beginner begun behalf behave behind belief believe believer bell belong below
belt bench bend beneath benefit berry berth beside best bet betray between beware beyond bias bible
biceps bid big bike bile bill billion bin bind biology bird birth bishop bit bitch bite black blade
blame bland blank blanket blast blaze bleach bleak bleed blend bless blind blink bloc block blond
blood bloom blow blue blunder blunt blur blurb blush boar board boast boat body boil bold bolster
bolt bomb bomber bond bone bonkers bonus boo book boom boost boot booth border bore born borne boron
borrow boss bot both bother bottle bottom bought bounce bound boundary bow bowel bowl box boy bra
brace bracket brag brain brake bran branch brand brass brave breach bread breadth break breakfast
breast breath breathe bred breed breeze brew brewer brick bride bridge bridle brief bright brim
bring brink brisk brit britain broad broke broker bromide bromine bronze brook broom broth brother
brought brow brown browse bruise brunch brunt brush bubble bucket bud buddy budge budget buffer
buffet bug build builder bulb bulk bull bullet bum bump bun bunch bundle burden bureau burial burn
burnt burst bury bus bush bust bustle but butane butcher button buy buyer buzz cab cabbage cabin
cabinet cable cage cain cake calcium calf calibrate call calm calves came camel camera camp campaign
can canada cancel cancer candidate candle candy cane cannon canoe canon canvas canyon cap
capacitance capacitor capillary capital capitol captain caption capture car caramel carb carbon card
care career cargo caries carol carpet carriage carrot carry cart cartilage carton cartoon carve case
cash cast caste castle casual casualty cat catch catechism catheter cathode catholic cattle caught
cause caution cave cease ceiling celebrate celebration cell cellar cellulose cement censer censor
census cent center centre century cereal certain certainty cervical cession chai chain chair
chairman chalk challenge chamber champ champion chance change channel chant chaos chap chapel
chaplain chapter char character charge charger charm chart charter chase chat cheap cheat check
cheek cheer cheese chef chemical cherish cherry chess chest chew chicken chief child chill chin
china chip chlorate chloride chlorine chlorite choice choir choke choose chop chord chore chose
christian chrome church chute cider cigar cilia circle circuit citation cite citizen city civic
civil claim clam clamp clan clap clarify clash clasp class clause claw clay clean cleanse clear
clement clench clerk clever click client cliff climate climb clinch cling clinic clip cloak clock
clone close closet cloth clothe cloud clove clown club clue cluster clutch clutter coach coal coarse
coast coat cobalt cock code coil coin coke cold collage collapse collar colleague collect collection
collector college collide colon colonel colony color colour column coma comb combat combination
combine come comedy comet comfort comic comma command commander commence commend comment commerce
commit commitment committee common communicate communication community commute compact company
compare compass compel compensation compete competition compile complacent complain complaint
complaisant complement complete complex compliant compliment comply component compose composition
compound compress comprise compute computer con conceal concede conceit conceive concept concern
concert concession conclude concrete concussion condense condition condo condom conduct conductor
conduit cone confer conference confess confession confide confine confirm conflict conform confront
confuse congest congress conical connect connection connector conquer conscience conscious consent
conserve consider consist console constant construct consul consult consume consumer contact contain
container contempt contend content contest context contingency contingent continue contract contrast
contribute contribution contributor control controller convection convene convent convention
converge conversation converse convert convey convict conviction convince cook cookie cool cop cope
copy cord core cork corn corner coroner corporate corporation corps corpse corpus correct correction
corrupt cosmetic cost costume cottage cotton couch cough could council counsel count counter
countess country county coupe couple coupon courage course court courtesy cousin cove cover covert
covet cow cozy crab crack cradle craft cram cramp crane crap crash crate crave crawl crazy cream
crease create creation creator creature credit creek creep cremation crew crime crises crisis crisp
criterion critic crook crop cross crouch crow crowd crown crucial crude cruel cruise crumb crush
crust crutch cry crystal cub cube cue cuff cult culture cunning cup cupboard curb cure curious curl
currant current curse curt curtain curve cushion custody custom customer cut cute cycle cylinder
dagger dairy dam damage damn damp dance dancer danger dare dark darling dart dash data date daughter
dawn day dead deaf deal dealer dean dear death debate debit debris debt debut decade decay deceased
deceit deceive december decent deception decide decimal deck declare decline decorate decoration
decrease decree deduce deduct deed deem deep deer defeat defect defence defend defender defense
defer deficit define definition deflect degrade degree delay delegate delete deliberate delicate
delight deliver delivery dell delta demand democracy demon den denote dense dental depart department
depend dependent depict deplete deploy deport deposit depot deprecate depreciate depress deprive
depth deputize deputy derail derive descend descendant descent describe desert deserve design
designer desire desk despair desperate despise despite dessert destroy detach detail detain detect
detective detector detention deter detract develop developer development device devil devise devote
dialog diamond diary diastole diastolic dictate did die diet differ difference difficult difficulty
dig digit dignity dill dilute dim diminish dine ding dinner diode dip diploma diplomat direct
direction director dirt disc discard discharge discipline disclose discount discover discovery
discreet discrete discuss discussion disease disguise disgust dish disk dismiss display dispose
disposition dispute dissent dissolve distance distant distinct distort distract distress distribute
distribution distributor district disturb ditch dive diverse divert divide dividend divine divorce
doc dock doctor document dog doll dollar domain dome domestic domino donate donation donkey donor
door dope dose dot double doubt dough dove down dozen draft drag drain drama draw drawn dread dream
dress drew drift drill drink drip drive driver drop drought drove drown drug drum drunk dry duck due
duel duke dull dumb dump dune dunk durable during dusk dust duty dwarf dwell dye each eager eagle
ear earn earth ease east eat echo economics economy edge edit edition editor educate educator eerie
effect efferent effluent effort egg eight either elapse elation elbow elder elect election electric
electro electrode electron electronic elegant element elevate eleven elicit eligible eliminate elite
else elude elusive emanate embark embassy embed emerge emigrate eminent emission emit emotion
emperor emphasis empire employ employee employer empress empty enable enact enclose encounter
encourage end endure enemy energy enforce engage engine english enhance enjoy enlarge enormous
enough enrage ensue ensure enter enterprise entertain entire entirety entourage entrance entry
envelop envelope envoy envy enzyme epic equal equip era erase erect erie erode error erupt escape
especially essay essence establish establishment estate estimate eternal ethane ethene ether ethic
ethnic europe evacuate evade evaluate even event ever evident evil evoke evolve exact exam
examination examine example exceed excel except exception excerpt excess exchange excite exclude
excuse execute executive exempt exercise exert exhaust exhibit exhibition exile exist exit exotic
expand expanse expect expel expend expense expert expire explain explicit explode exploit explore
export expose express expression extend extensive extent external extinct extract extreme eye fable
fabric face facet fact faction factor factory faculty fade fail faint fair faith fake fall false
fame family famine famous fan fancy fantasy far fare farm farmer fart fashion fast fat fate father
fatigue fault favor fear feast feat feather feature february feces fee feel feet feint fell fellow
felt female femur fence ferry fertile fest fetch fever few fiance fiber fibre fibula fiction field
fiend fierce fifth fifty fig fight fighter figure file fill film filter fin final finance find fine
finger finish finnish fir fire fireman firm first fish fist fit five fix flag flair flake flame
flank flap flare flash flask flat flaunt flavor flaw flea fled flee fleet flesh flew flex flexible
flicker flight flinch fling flip float flock flood floor flounder flour flout flow flower flu fluid
fluoride fluorine flurry flush fly flyer foam focus foe fog foil fold folk follow follower fond font
food fool foot for forage forbid force ford forearm forecast foreign foreman forge forget fork form
formation formula fort forth fortune forum forward fossil foster fought foul found foundation
founder fountain four fox fraction fragile fragment frail frame france frank fraud freak free freeze
freight french frequent fresh friction fridge friend fright fringe frog from front frost frown froze
fructose fruit fry fuel full fun function fund fundamental funeral fungus fur furnace furnish
furniture further fuse fuss future gain gal galactose gale gallery galley gallon game gamer gang gap
garage garbage garde garden garlic garment gas gasket gasp gate gather gauge gaze gear gem gender
gene general generate generation generator generous genie genius genome genre gentle genuine genus
germ german germane gesture get ghost giant gibe gift gill girl give glacier glad glance gland glare
glass glaze gleam glide glimpse globe gloom glory gloss glove glow glucose glue glycerol glycogen
gnome goal goat god gold golf good goose gore gorge gorilla gossip govern government governor gown
grab grace grad grade gradual graduate grain gram grand grandmother grant grape graph gras grasp
grate gratitude grave gravel gray graze grease great green greet grew grey grid grief grieve grill
grim grin grind grip groan groin groom groove gross ground group grove grow growl grown growth
guarantee guard guerrilla guess guest guide guild guilt guitar gulf gum gun gust gut guy gym habit
habitat hack hacker hail hair hale half hall halt ham hamper hand handbook handle handsome hang
hangar hangover happen happy harbor hard harden hardship hare harm harmony harness harp harsh
harvest hash haste hat hatch hate hatred haul haunt haute have hawk hay hazard head heal health heap
hear heard heart hearth heat heather heaven heavy hedge heel height heir held helium hell hello
helmet help hen hence herb herd here heritage hero herring hers hertz hesitate hexane hid hide high
hike hill him hind hinge hint hip hire his history hit hive hoard hobby hoe hoist hold holder hole
holiday hollow home honest honey honor hood hoof hook hoop hop hope horde horizon horn horror horse
hose hospital host hostage hostel hostile hot hotel hound hour house hover how however howl hug huge
hull human humane humanity humble humerus humid humility humor humour hundred hunger hungry hunt
hunter hurdle hurl hurricane hurry hurt husband hut hybrid hygiene hymn hypertension hyperthermia
hypotension hypothermia ice iceland icon iconic idea ideal identical identify identity idle igneous
ignite ignore ileum ilium ill illegal illicit illusion illusive image imagine imitate immediate
immense immigrate imminent immoral immortal immune impact impair impart impatient imperial implement
implication implicit imply import important impose imposition impossible impress impression improve
improvement impulse inch incident incite incline include income increase incur indeed indent
independent index india indian indicate indication indicator indices indict indirect individual
indoor induce induct inductor indulge industry inert infant infect infection infectious infer
inferior infest inflate inflection inflict influence influent inform information ingenious ingenuous
ingest ingredient inhabit inherent inherit inhibit initial inject injection injure injury ink inland
inlet inline inmate inner innocent input inquire inquiry insect insert inside insight insist inspect
inspection inspector inspire install instance instant instead instinct institute institution
instruct instruction instrument insulate insulin insult insurance insure intact intake integrate
intellect intelligent intend intense intent intention interact interaction interest interior
internal interpret interrupt interval intervene interview intestine intimate into introduce intrude
invade invasive invent invention inventor inverse invert invest investigate investigation
investigator investment investor invite invoice involve inward iodide iodine ion iranian iraqi
ireland iron ironic irrigate irritate island isle isolate issue italian italy itch item ivory jacket
jail jam january japan jar jaw jazz jealous jelly jerk jet jewel jibe job join joint joke jolly
joule journal journey joy judge juice july jump june jungle junior junk jury just justice justify
keel keen keep kennel kept kettle key kick kid kidney kill killer kin kind king kiss kit kitchen
kite knee kneel knew knife knit knob knock knot know label labor laboratory lace lack lactose lad
lag laid lain lake lamb lame lamp lance land lane language lap lapse large larva larvae laser lash
last latch late latent latitude latte laugh launch laundry lava law lawn lawyer lay layer lazy leach
lead leader leaf league leah leak lean leap learn lease leash least leather leave lecture ledge left
leg legacy legend legislate leisure lemon lend lender length lens lesion lessen lesser lesson lessor
lest let letter level lever liar liberal liberty library license lick lid lie life lift ligament
light lightening lightning like lily limb lime limit limp line linear linger link lion lip lipid
liquid liquor list listen lite literacy literary literature lithium litter little live lizard load
loaf loan loath loathe lobby local locality locate location lock lodge loft log logic logo lonely
long longitude look loom loop loose loot lord lose loser loss lost lot lotus loud lounge love lover
low lower loyal lubricate luck lump lunch lung lure lust luxury lying lymph lyric
"""
