"""Words that look alike and are not the same: no slip of the finger leads from one to the other.

Three nets, in the order of their reach: endings that tell substances, kinds and people apart;
groups of words that are known to be mixed up; and everyday words, which are never a misspelling
of another word. All English, all lower case; other languages are left to the slips allowed.
"""

from __future__ import annotations

from functools import lru_cache

_ENDING_WORDS = """
    ure uro ato ito ate ite ide ine ane ene yne ase ose ol al one yl ous ic ium ion ive ory ary
    ism ist ics ology osis itis oma emia uria ectomy ostomy otomy plasty scopy graphy gram graph
    logy nomy sy stic gen genic lysis er or ee ed ing ful less ly ness est ment th ty teen
    """
# A word that differs from another only in one of these endings is another word.
_ENDINGS = frozenset(_ENDING_WORDS.split())
# Pairs of beginnings that only differ in a letter or two.
_BEGINNING_WORDS = """
    hyper|hypo inter|intra inter|intro intra|intro inter|infra infra|intra ante|anti ab|ad ab|ob
    af|ef e|im em|im e|i per|peri peri|para para|pari pre|pro pre|per pre|peri pro|per pre|post
    de|di dis|dys des|dis ecto|endo ecto|ento endo|exo endo|ento eu|dys eu|pro micro|macro mono|di
    di|tri bi|tri bi|di bi|uni tri|tetra tetra|penta penta|hexa hexa|hepta hepta|octa hexa|octa
    iso|aniso homo|hetero homo|homeo ortho|para ortho|meta meta|para sub|sup sub|super supra|super
    over|under up|down in|out in|un il|al im|ex im|em in|en in|ex ir|er mega|micro mega|giga
    milli|micro milli|mega nano|micro nano|pico pico|femto kilo|milli centi|milli deci|deca
    deci|centi thermo|chemo photo|phono hemo|homo neuro|nephro nephro|necro cyto|cysto myo|myelo
    myo|myco chole|chondro arterio|arthro ileo|ilio ped|pod poly|oligo auto|allo allo|alo con|un
    com|im dia|dys ana|cata an|cat ani|cati anabol|catabol stalac|stalag af|e antebrach|brach
    lati|longi max|min mal|ben super|sub re|pre ex|re im|com
    """
_BEGINNINGS = [frozenset(pair.split("|")) for pair in _BEGINNING_WORDS.split()]
_GROUPS = """
    naive native|spring sprint string sprig|left lift loft|program programmer programme|jeweler
    jewelery jeweller jewellery|septic skeptic sceptic septical skeptical sceptical|colombia
    columbia|slovenia slavonia|einstein eisenstein epstein|gewebe gewerbe gewehr|chevaux
    cheveux|agua aguja|schwein schweiz|interior inferior superior exterior anterior posterior
    ulterior|coeur choeur|aumentar argumentar|augmentation argumentation| prednisone
    prednisolone|topic tropic|mars marx mark|monet manet|plato pluto|then than |northeast
    northwest southeast southwest|northern southern|hyperbole hyperbola|pons pans pan| cation
    caution|hematoma hepatoma hemangioma|vertebra vertebrate vertebral| affect effect|afferent
    efferent|accept except|adapt adopt adept|adverse averse|advice advise allusion illusion|altar
    alter|angel angle|antidote anecdote|apposition opposition|arterial arteriole arteriole
    artery|artery arteries arterioles|assent ascent|astronomy astrology|atrium ostium aural
    oral|auricle article|beside besides|bazaar bizarre|berth birth|breath breadth bread breath
    breathe|calcium calcitonin|calvary cavalry|callus callous|canvas canvass|carat carrot carbon
    carbine|carotene creatine keratin creatinine|carotid parotid|cation anion|casual causal cease
    seize|censor censure sensor|cerebrum cerebellum|chloride chlorine chlorate chlorite cilia
    celia|cite site sight|climactic climatic|coarse course|collage college|coma comma complement
    compliment|concave convex|confident confidant|conscience conscious|consul council counsel
    continent content|corps corpse core|cord chord|cytosine cytokine cysteine cystine|cystine
    cysteine decent descent dissent|desert dessert|detract distract|device devise|diary
    dairy|discreet discrete diffusion effusion infusion perfusion|diploid haploid|dysphagia
    dysphasia dysplasia aphasia elicit illicit|eminent imminent immanent|emigrate immigrate
    migrate|emigration immigration migration endothermic exothermic|ensure insure
    assure|entomology etymology|envelop envelope|erbium terbium ytterbium|ethanol methanol|ethane
    ethene ethyne methane|evolution revolution involution|facial fascial fascia fascial|farther
    further father|fatal fetal|femoral temporal humoral|fermium fermion fission fusion|fibrin
    fibrinogen|flagrant fragrant|flaunt flout|flour floor flower|form from founder flounder|gamete
    zygote|gallium helium thallium|gambia zambia|glucagon glycogen glucose guanine
    guanidine|glycerol glycol|gorilla guerrilla|hafnium hahnium|heal heel|hepatic hepatitis
    historic historical|hoard horde|homogeneous heterogeneous|humerus humorous|human humane
    hydrogen hydroxide|hypothermia hyperthermia|ileum ilium|illusion allusion|immunity impunity
    inca maya|incidence incidents|indium iridium|ingenious ingenuous|inhibit inhabit|insulin
    inulin insidious invidious|instance instants|intense intents|interstate intestate|iran iraq
    island iceland ireland|isotope isotone|judicial judicious|kinetic genetic|lactase lactose
    lactate latin latvian|latvia lithuania|leach leech|liable libel|lightning
    lightening|lithosphere stratosphere|liver lever|loath loathe|loose lose|luteal
    lateral|magnesium manganese magnesia malleus malleolus|mali bali|marital martial|maltase
    maltose|mauritius mauritania|median medium medal metal mettle|medial medical median|meiosis
    mitosis|mercury mercuric|metaphase anaphase meteor meteorite|miner minor|moral morale|monaco
    morocco|mucus mucous mutation mutagen|naval navel|neutron neuron neutral|niger nigeria|nitrate
    nitrite nitride nucleus nucleolus nuclear unclear|nuclei nucleoli|optic otic|ordinance
    ordnance|organism orgasm osmosis mitosis|ovary ovule ovum|oxide oxygen|palate palette
    pallet|palatine palantine|paraguay uruguay|peace piece|pedal petal|perineal peroneal
    peritoneal|perineum peritoneum|personal personnel persecute prosecute|phosphate phosphite
    phosphorus|photon proton|plaintiff plaintive|plasma platelet plural pleural|poland finland
    holland|polonium plutonium|pore pour|precede proceed prescribe proscribe|preposition
    proposition|principal principle|prokaryote eukaryote prokaryotic eukaryotic|prophase
    metaphase|prophecy prophesy|prostate prostrate|psychology physiology pubic public|pulmonary
    pulmonic|pyruvate pyrite|quiet quite|radium radon radius|radical radial rational
    rationale|recent resent|respectfully respectively|retina retinal|rhenium rhodium
    ruthenium|ribosome lysosome ribose|rout route|sahara sierra|salmon salomon|scandium vanadium
    serum sebum|silicon silicone silica|silver sliver|slovakia slovenia|sodium podium|somatic
    semantic spinal spiral|stalactite stalagmite|stationary stationery|statue statute
    stature|stimulus stimulant straight strait|stratum strata|sucrase sucrose|sulfate sulfite
    sulfide|suit suite|sulcus sulfur sweden switzerland swaziland|synapse synopsis|systolic
    diastolic|taut taught|tantalum titanium tenant tenet|tendon tenon|thulium thorium|thymine
    thiamine|thymus thyroid thymine|tibia fibula track tract|trail trial|transcription translation
    transduction|transcribe translate|trachea trochlea trough through|tyrosine thyroxine
    threonine|united untied|urea uric|ureter urethra uterus vacuole vacuum|vaccine vaccinia|vain
    vein vane|valence valance|venous venus venom|veracious voracious vertebra vertebrae|vesicle
    ventricle vehicle|viscous viscus vicious|virus viral|waist waste weather whether|russia
    prussia|monotonic monatomic|paris parish|ionic iconic|curie curia| xylem phloem|austria
    australia|dominica dominican|guinea guyana|chile china india indiana|jordan jodhpur|kuwait
    kiev|libya liberia|norway nauru|oman yemen|tonga togo adenine adenosine adenoid|adrenaline
    noradrenaline|alkane alkene alkyne|alkali alkaline amylase amylose|anabolic catabolic|anode
    cathode|arginine asparagine|leucine isoleucine butane butene butyne|propane propene
    propyne|hexane hexene heptane|pentane pentene|ketone ketose cellulose cellulase|protease
    protein|lipase lipid|pepsin pepsinogen|trypsin trypsinogen secretion excretion|secrete
    excrete|absorb adsorb|absorption adsorption|abduct adduct|abduction adduction|abductor
    adductor|flexion extension|flexor extensor|supination pronation|dorsal ventral proximal
    distal|lateral medial|anterior posterior|superior inferior|deciduous decimal induction
    deduction|inductive deductive|convergent divergent|centripetal centrifugal|concentric
    eccentric|explicit implicit|exclusive inclusive|exhale inhale|export import|maximum minimum
    maximal minimal|majority minority|major minor|latitude longitude altitude|latitude attitude
    aptitude optimist pessimist|ascending descending|increase decrease|increased
    decreased|internal external interior exterior|upper lower|vertical horizontal|positive
    negative|odd even|acute chronic active passive|aerobic anaerobic|hot cold|inner outer|input
    output|employer employee|lessor lessee trainer trainee|mesoderm endoderm ectoderm|endocrine
    exocrine|endogenous exogenous|symmetric asymmetric|sympathetic parasympathetic|monocot
    dicot|herbivore carnivore|predator prey convection conduction|evaporation
    condensation|mesotherapy massotherapy|dermis dermal epidermis epidermal|dermatology
    dermatologist|iontophoresis electrophoresis electroporation sonophoresis
    iontophoresis|hematoma hematuria|procaine prilocaine cocaine|lidocaine procaine october
    november december|september december|june july|tuesday thursday|monday sunday january
    february|twentieth twelfth|thirteen thirty|fourteen forty|fifteen fifty|sixteen sixty
    seventeen seventy|eighteen eighty|nineteen ninety|fourth forth|sixth sixty|cortisol cortisone
    cholesterol cholestasis|bilirubin biliverdin|hemoglobin hematoglobin myoglobin|globin globulin
    albumin albumen|fibroblast fibroblastoma|osteoblast osteoclast|leukocyte leukopenia|monocyte
    lymphocyte|angina angioma|embolus thrombus|anuria enuresis|apnea dyspnea|bradycardia
    tachycardia
    """
_EVERYDAY = """
    battery hearth lover hatter buddy chicken
    able absolute acid acre aged also arch area arms army atom away axis baby back bacon bail bait
    bake bald bale ball band bang bank bare bark barn base bath beach bead beak beam bean bear
    beard beast beat beef been beer begin bell belly belt bench bend bent best bike bill bind bird
    birth bite bitter black blade blame bland blank blast bleed blend blind block blond blood
    bloom blow blue blunt board boat body boil bold bolt bomb bond bone book boot bore born both
    bottle bottom bowel bowl brain brake brand brass bread break breast brick bride bridge brief
    bright bring broad brook broom brown brush bubble build bulb bulk bull burn burst butter
    button cabin cable cake calf call calm camel camp canal candy cane care cart case cash cast
    cave cell cent chain chair chalk charge charm chart chase cheap cheek cheese chest chief child
    chill chin chip chop city claim clamp class clay clean clear clerk cliff climb clip clock
    close cloth cloud clown club coal coast coat code coil coin cola cold colon color comb come
    cook cool copper copy coral cork corn cost cotton couch cough count court cover crab crack
    craft cramp crash crate crawl cream create creek crest crew crime crop cross crow crowd crown
    crude crust cure curl curve damp dance dark data date dawn days dead deaf deal dear death debt
    deck deep deer dense dent depth diet dirt dish disk dive dock dome door dose down draft drag
    drain drama draw dream dress dried drift drill drink drive drop drown drug drum dull dust duty
    eagle early earth east easy edge eight else empty enter equal error even event every evil
    exact extensive extra face fact fade fail faint fair fall false farm fast fate fault fear
    feast feed feel feet fell felt fence fever field fifth fight file fill film final find fine
    fire firm first fish fist five flag flame flash flat fleet flesh flight float flock flood
    floor flow flower fluid flute foam fold folk food foot force form fort four frame free fresh
    friend front frost fruit fuel full fund funnel gain game gate gear gene gentle germ giant gift
    girl give glad gland glass glaze globe gloom glove glow glue goal goat gold golf good gown
    grace grade grain grand grant grape graph grasp grass grave gray great green greet grid grief
    grill grip groom gross group grow guard guess guest guide guilt hail hair half hall hand hang
    hard harm harp haste hate have hawk head heal heap hear heart heat heavy heel help herb herd
    here hero hide high hill hold hole home honey hood hook hope horn horse host hotel hound hour
    house human hunt hurt inch inject inner insensitive intensive iris iron item jail join joint
    judge juice jump keep kick kidney kill kind king kiss knee knife knot know label labor lace
    lack lake lamb lamp land lane large laser last late laugh lawn layer lead leaf lean leap learn
    lease least leave left lemon lend lens less letter level light like limb lime limit line link
    lion list live liver load loan lobe lock long loop lord loss lost loud love lower lunch lung
    made mail main make male mall mane many march mark marsh mask mass mast match mate meal mean
    meat medium meet melon melt merge merit metal mice might mild mile milk mill mind mine mint
    minute mirror mist model moist mold mole money month mood moon moral more moss most motel moth
    mother motor mount mouse mouth move much muscle music must nail name narrow nasal near neck
    need nerve nest never next nice nickel night nine noble node noise none noon north nose note
    nurse ocean odor offer often older once only open oral order organ other ounce outer oven over
    owner oxygen pace pack page paid pail pain paint pair pale palm panel paper park part party
    pass past paste patch path pause peace peak pear pearl peel peer penny phase phone photo piano
    pick pile pill pilot pine pink pint pipe pitch place plague plain plan plane plant plate play
    plot plug plum point poison pole pool poor pore port pose post pot pound pour power press
    price pride prime print prize proof proud pull pulp pulse pump pupil pure push quick quiet
    quite quote race rack rage rail rain raise ramp rang range rank rare rash rate raw reach
    reaction read ready real rear reef relation relative relax rent resolution rest rice rich ride
    right ring rinse ripe rise river road roast robe rock rode role roll roof room root rope rose
    rough round route royal rule rural rust safe sail salad sale salt same sand scale scalp scar
    scare scene scent school score screen screw seal seat seed seek seem seen seize self sell send
    sense sensitive serve seven sewer shade shaft shake shape share shark sharp shave sheep sheet
    shelf shell shift shine ship shirt shock shoe shoot shop shore short shot show shower shut
    sick side sight sign silk silver since sing sink sister site size skill skin skip skirt skull
    slave sleep slice slide slight slim slip slope slot slow small smart smell smile smoke smooth
    snail snake snow soak soap sock soda sofa soft soil sold solid solution solve some song soon
    sore sort soul sound soup sour south space spare spark speak spear speech speed spell spend
    spice spider spill spin spine spit split spoon sport spot spray spread spring stack staff
    stage stain stair stamp stand star stare start state stay steal steam steel steep stem step
    stick stiff still sting stock stomach stone stop store stork storm story stove strain strand
    straw stream street stress strike string strip stroke strong stuff style sugar suit summer
    sure surface surge swallow swamp sweat sweet swell swift swim swing sword table tail take tale
    talk tall tame tank tape taste taxi teach team tear tell temple ten tend tender tent term test
    text thank theme then there these thick thief thigh thin thing think third this thorn those
    three throat throne throw thumb thus tide tie tight tile time tire tissue title toast today
    toe tone tongue tool tooth topic torch touch tough tour toward towel tower town trace track
    trade trail train trait trap trash tray treat tree trend trial tribe trick trim trip troop
    truck true trunk trust truth tube tune turn twice twin twist type uncle under union unit upon
    upper urban urine used user usual valid value valve vapor vase vast vault veil vein venom
    verse vessel vest view vine visit vocal voice void volt vote wage waist wait wake walk wall
    want ward warm warn warp wash waste watch water wave weak wealth weapon wear weed week weigh
    weight well went west whale wheat wheel when where while whip white whole wide width wife wild
    will wind window wine wing winter wipe wire wise wish witch with wolf woman wood wool word
    work world worm worn worse worst worth wound wrap wrist write wrong yard yeast yellow yield
    young zero
    """


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    return frozenset(_EVERYDAY.split())


@lru_cache(maxsize=1)
def _grouped() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(" ".join(_GROUPS.split()).split("|")):
        for word in group.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def look_alike(typed: str, word: str) -> bool:
    """Whether a typed word is another word than the one wanted, and no slip; both folded."""
    return (
        _is_everyday(typed)
        or _in_one_group(typed, word)
        or _other_ending(typed, word)
        or _other_beginning(typed, word)
    )


def _is_everyday(word: str) -> bool:
    """Whether it is an everyday word or a regular form of one."""
    words = _everyday()
    if word in words:
        return True
    for ending in ("ing", "ed", "er", "es", "s", "ly", "y"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 3:
            doubled = stem[:-1] if stem[-1] == stem[-2] else stem
            if not words.isdisjoint((stem, f"{stem}e", doubled)):
                return True
    return False


def _in_one_group(one: str, other: str) -> bool:
    groups = _grouped()
    mine = groups.get(one) or groups.get(one.removesuffix("s")) or frozenset()
    theirs = groups.get(other) or groups.get(other.removesuffix("s")) or frozenset()
    one_word = {one, one.removesuffix("s")} & {other, other.removesuffix("s")}
    return bool(mine & theirs) and not one_word


def _other_ending(one: str, other: str) -> bool:
    """Whether a shared stem of three letters or more is followed by two known endings."""
    one, other = one.removesuffix("s"), other.removesuffix("s")
    for ending in _ENDINGS:
        stem = one.removesuffix(ending)
        if stem == one or len(stem) < 3 or not other.startswith(stem[:-1]):
            continue
        if other.startswith(stem) and other[len(stem) :] in _ENDINGS and other != one:
            return True
    return False


def _other_beginning(one: str, other: str) -> bool:
    """Whether a shared tail of three letters or more follows two beginnings of opposite meaning."""
    for pair in _BEGINNINGS:
        first, second = sorted(pair)
        for a, b in ((first, second), (second, first)):
            if one.startswith(a) and other.startswith(b):
                tail = one[len(a) :]
                if len(tail) >= 3 and tail == other[len(b) :]:
                    return True
    return False
