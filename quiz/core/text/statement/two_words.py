"""Words a letter apart that are two words, not one and a slip of it."""

from __future__ import annotations

_PAIRS = """
    causal|casual martial|marital united|untied trial|trail diary|dairy angle|angel silver|sliver
    sacred|scared unclear|nuclear personal|personnel complement|compliment stationary|stationery
    principal|principle discrete|discreet prescribe|proscribe prescribed|proscribed
    prescription|proscription moral|morale human|humane local|locale loose|lose desert|dessert
    adopt|adapt adopted|adapted adverse|averse casting|costing abduction|adduction
    dependent|dependant continual|continuous alternate|alternative barred|bared staring|starring
    planed|planned planing|planning hoping|hopping tiling|tilling scraping|scrapping
    diner|dinner later|latter super|supper coma|comma latent|patent expand|expend
    expansive|expensive respectfully|respectively perspective|prospective persecute|prosecute
    preceding|proceeding precede|proceed deprecate|depreciate elicit|illicit eminent|imminent
    insure|ensure insured|ensured affect|effect affects|effects emission|omission form|from
    medial|median median|medium board|broad quiet|quite bread|beard reserve|reverse
    converse|conserve filed|field sever|serve crate|carte
    calvary|cavalry parental|prenatal secret|secrete sulfate|sulfite sulfates|sulfites
    nitrate|nitrite nitrates|nitrites phosphate|phosphite chlorate|chlorite chloride|chlorite
    tired|tried split|spilt unite|untie beast|beats minute|minuet signed|singed barely|barley
    carvings|cravings planed|planted costal|coastal though|through stable|sable bolder|boulder
    breath|breathe filing|filling curse|cruse sheared|shared
    ethane|ethene methane|methene butane|butene propane|propene ligand|legend
    prostate|prostrate interstate|intestate ingenious|ingenuous callous|callus mucous|mucus
    fungous|fungus villous|villus silicon|silicone ethanol|ethanal methanol|methanal
    propanol|propanal butanol|butanal perineal|peroneal dysphagia|dysphasia meiosis|miosis
    humeral|humoral antiseptic|antisepsis causality|casualty veracity|voracity
    ordinance|ordnance turbid|turgid parasite|parasites beside|besides sometime|sometimes
    soothe|sooth loathe|loath artist|artiste urbane|urban
"""
# The same in German, French and Spanish, of two letters changed round.
_OTHER_PAIRS = """
    falsche|flasche falschen|flaschen freien|ferien früchte|fürchte dunklen|dunkeln knoten|konten
    sterben|streben sterbe|strebe furcht|frucht fürchten|früchten folgen|flogen lauren|lauern
    verfolgen|verflogen furchtbar|fruchtbar furchtbare|fruchtbare furchtbaren|fruchtbaren
    marktes|markets brüste|bürste brüsten|bürsten regnet|regent nähern|nähren karpfen|krapfen
    partie|patrie faible|fiable faibles|fiables concert|concret concerts|concrets signer|singer
    signes|singes craint|criant aimable|amiable violée|voilée violées|voilées violer|voiler
    patrons|partons gardes|grades gardés|gradés proche|porche blaise|balise largeur|larguer
    barque|braque flacon|falcon tirage|triage comptais|compatis jouets|joutes
    laisse|liasse forment|froment amiante|aimante claque|calque cirque|crique tigres|tigers
    calmer|clamer contraire|contrarie tirade|triade portons|protons répertoire|répertorie
    étirer|étrier plaint|pliant aigles|agiles
    cuatro|cuarto planeta|plantea carbón|cabrón piedra|pierda piedras|pierdas trucos|turcos
    poesía|poseía prejuicios|perjuicios prejuicio|perjuicio alergia|alegria ciudad|cuidad
    presas|persas liebre|libere visitó|vistió porvenir|provenir guardia|guarida
    casualidad|causalidad casuales|causales alineación|alienación contarte|contrate
    concretar|concertar confiando|confinado comparte|comprate portero|potrero prados|pardos
    saliva|salvia
"""
TWO_WORDS = frozenset(frozenset(pair.split("|")) for pair in (_PAIRS + _OTHER_PAIRS).split())

_LOANS = """
    café|cafe cafés|cafes naïve|naive naïvely|naively façade|facade façades|facades rôle|role
    rôles|roles cliché|cliche clichés|cliches décor|decor fiancée|fiancee entrée|entree
    soufflé|souffle coöperate|cooperate reëlect|reelect zoölogy|zoology mêlée|melée
    première|premiere crème|creme voilà|voila señor|senor jalapeño|jalapeno
"""
LOAN_WORDS = frozenset(frozenset(pair.split("|")) for pair in _LOANS.split())
"""English words that are written with their accents or without."""
