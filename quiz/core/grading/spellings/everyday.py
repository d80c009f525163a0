"""Everyday words of some languages: what is one of them is no slip of another word. All folded."""

from __future__ import annotations

from functools import lru_cache

_WORDS = {
    "de": """
        aal aas abend acker adel ader affe alle als alt alter amt angst anker apfel arm arme art
        arzt asche ast atem auge aus bach backe bad bahn ball band bank bar bart bau bauch bauer
        baum beere bein berg beruf besen bett beute biene bier bild birne bitte blatt blau blei
        blick blind blitz blond blume bluse blut bock boden bogen bohne boot brand brauch braun
        breit brief brille bringen brot bruch bruder brust buch bucht bund bunt burg busch butter
        dach dame damm dampf danke dann darm daten dauer daumen decke degen deich denken dicht
        dick dieb dienst ding docht dorf dorn dose drache draht drei druck duenn duft dumm dunkel
        durst ecke ehe ehre eiche eile eimer eis eisen ende enge engel ente erbe erde ernte esel
        essen eule euter fach faden fahne fahren fahrt fall falle falsch falte familie farbe fass
        faul feder fehler feige feile feind feld fell fels fenster ferse fest fett feuer fieber
        film filter finden finger fisch flach flagge flamme flasche fleck fleisch fliege floh
        flucht flug fluss folge form frage frau frei frist frosch frost frucht fuchs fuss futter
        gabe gabel galle gang gans garn garten gas gast geben gebet gefahr gehen geist gelb geld
        gelenk genau gerade gericht gern geruch gesang geschenk gesicht gestein gewalt gewebe
        gewerbe gewicht gewinn gier gift gitter glanz glas glatt glaube gleich glied glocke glueck
        gold grab gras grau griff grob gross grube gruen grund gruppe gruss gurt gut haar haben
        hafen hahn haken hals halten hammer hand harn hart harz hase haupt haus haut hebel heben
        heft heil heim heiss held helfen hell helm hemd herbst herd herz heu hilfe himmel hirn
        hirsch hitze hoch hoehe hoehle hof holz honig hose huefte huegel huhn hund hunger hut
        insel jagd jahr jung junge kaefer kaefig kahn kalb kalk kalt kammer kampf kanne kante
        kappe karte kasse kasten katze kauf kehle keil keim keller kennen kern kerze kessel kette
        kiefer kies kind kinn kirche kirsche kissen kiste klage klang klar klasse kleber klee
        kleid klein klinge klippe klug knabe knall knecht knie knochen knopf knoten koch kochen
        koenig koffer kohl kohle kolben komma kommen kopf korb korn kost kraft kragen kralle
        krampf kran krank kranz kraut kreis kreuz krieg krone kropf krug krume kuchen kugel kuh
        kunde kunst kupfer kuppe kurs kurve kurz kuss laden lage lager laie lamm lampe land lang
        lappen laub lauf laus laut leben leber leder leer lehm lehre leib leicht leid leim leise
        leiter lenken lernen lesen licht liebe lied liefern linie links linse lippe list loch
        locke loeffel lohn los luecke luege luft lunge lupe lust machen macht maedchen magd magen
        mahl mal malen mangel mann mantel mark markt marsch masche maschine masse mast matte mauer
        maul maus meer mehl mehr meise meister menge mensch messe messen messer metall miete milch
        milde milz mitte mond moor moos mord morgen motte muehe muehle muell mund muschel muskel
        mut mutter nabel nacht nackt nadel nagel nahe name narbe narr nase nass natur nebel neffe
        nehmen neid nein nelke nerv nest nett netz neu nichte niere nord norden not note nummer
        nuss nutzen obst ochse ofen oft ohr onkel orgel ort osten paar palme panne papier park
        pass paste pause pech pelz perle pfad pfahl pfanne pfau pfeffer pfeife pfeil pferd pflanze
        pflaster pflicht pflug pforte pfoste pilz pinsel platt platte platz pol post preis probe
        pult punkt puppe quelle quer rabe rache rad rahmen rand rang rasen rast rat raub rauch
        raum raupe rebe rechnen recht rede regel regen reh reich reif reifen reihe rein reis reise
        reissen reiten reiz rest retten rettich rind rinde ring rippe riss ritter rock roh rohr
        rolle rosa rose rost rot ruder ruf ruhe rumpf rund rute saat saege saft sage sahne saite
        salat salbe salz samen sand sanft sarg satt sattel satz sau sauer schaf schaft schale
        schall scharf schatten schatz schein scheitel schere scherz schiff schild schilf schimmel
        schlaf schlag schlange schlank schlecht schloss schlucht schluss schmal schmerz schmuck
        schmutz schnabel schnee schnell schnitt schnur schon schrank schraube schrift schritt
        schuh schuld schule schulter schuss schutz schwach schwamm schwan schwanz schwarz schwer
        schwert schwester see seele segel segen sehen sehne seide seife seil seite sekt senf
        senken sicht sieb sieg silber singen sinken sinn sitte sitz sohle sohn sommer sonne sorge
        spaet spalt spann speck speer speise sperre spiegel spiel spiess spitz spott sprache
        sprung spule spur staat stab stadt stahl stall stamm stand stange stark start statt staub
        steg steif steigen steigern stein stelle stempel stengel stern stich stiel stier stift
        still stimme stinken stirn stock stoff stolz storch strafe strahl strand strasse strauss
        streifen streit streng strich strick stroh strom strumpf stube stufe stuhl stumm stumpf
        stunde sturm suchen sued suende suess summe sumpf suppe tadel tafel tag tal tanne tante
        tanz tasche tasse tat tau taub taube teer teich teig teil teller tempel tier tinte tisch
        tochter tod ton topf tor tot tracht traege tragen traube trauer traum treffen treppe treu
        trieb trinken tritt trocken tropfen trost tuch tuer turm uebel ufer uhr vase vater vene
        verkaufen verlaufen verlust vieh viel vogel voll vorne waage wabe wache wachs wade waffe
        wagen wahl wahn wahr wal wald wall wand wange wanne ware warm warze wasser weber wechsel
        weg wehr weib weich weide wein weise weiss weit welle welt wende werk wert wesen weste
        wetter wicht widder wiese wild wille wind winkel winter wirt wissen witwe witz woche wohl
        wolf wolke wolle wort wunde wunder wunsch wurf wurm wurst wurzel wut zahl zahn zange zart
        zaun zeche zehe zeiger zeile zeit zelle zelt zeuge ziege ziegel ziehen ziel zimmer zimt
        zins zipfel zorn zucker zug zunge zweck zweig zwerg zwiebel
    """,
    "fr": """
        abeille acier age aide aigle aile aimer air algue alors ame ami amour ancre ange animal
        annee appel arbre arc argent arme art asile atome aube auto autre avant avoir avril bague
        bain bal balle banc bande banque bar barbe barque bas base bateau battre beau bec bete
        beurre bien biere bijou bille blanc ble bleu bloc boeuf boire bois boite bol bon bonne
        bord botte bouc bouche boue boule bourse bout bras brebis brique brise brosse bruit brun
        bulle but cadre cage caisse calme camp canal canard cap carte cas casque cause cave
        ceinture cendre cent cerf cerise cerveau chaine chair chaise chaleur champ chance chant
        char charbon chat chaud chaux chef chemin chene cheval cheveux chevre chien choix chose
        chou ciel cire clair classe clef clou coeur coin col colle conte coq corde corne corps
        cote cou couche coude couleur coup cour cours course court cri croix cru cuir cuire cuisse
        cuivre dame danse date dent dette dieu doigt dos douche doux drap droit dur eau ecole
        ecran elan encre enfant epaule epee espace essai est estomac etage ete etoile faim faire
        fait famille farine faute femme fer ferme fete feu feuille fil fille fils fin fleur fleuve
        flot foie foin foire fois fond fonte force foret forme fort fosse four foyer frais fraise
        frein frere froid fromage front fruit fumee gant garde gare gaz genou genre gens glace
        globe gorge gout goutte grain graisse grand gras grave gros guerre habit haie haine haut
        herbe heure hiver homme huile humain humide idee ile image jambe jardin jaune jeu jeune
        joie joue jour juge jupe juste lac laid laine lait lame lampe langue large larme lent
        lettre levre liane lien lieu ligne linge lion lire lit livre loi loin long loup lourd
        lumiere lune main maire mais maison maitre mal manche mari mars masse mat mauve membre
        menton mer mere metal midi miel mieux mine moelle mois moitie monde mont mort mot mou
        mouche moule mousse mur muscle natte neige nerf neuf nez nid noir noix nom nord note nous
        nu nuage nuit oeil oeuf oie oiseau ombre ongle or orage ordre oreille orge orteil os oser
        ouest ours outil paille pain paix palais panne papier paquet parc part pas pate patte
        pause pauvre pays peau peche peine pelle pente perdre pere perle peste petit peuple peur
        phare pied pierre pile pin pipe place plage plaie plaine plan plante plat plein pli plomb
        pluie plume poche poil poing point pois poison poisson poitrine poivre pomme pompe pont
        porc port porte pou pouce poudre poule poumon poutre pre pres prix proie puce puits pur
        quai queue race racine rame rang rare rat rate rayon rein reine repas rire rive riz robe
        roche roi rond rose roue rouge route ruban rue ruse sable sac sage sang sante sapin sauce
        saule saut savon sec seche sein sel selle sens seuil seul siege soie soif soir sol soleil
        somme sommet son sort sou soupe source sourd souris suc sucre sud sueur suie table tache
        taille talon tante tard tas tasse taureau taux temps tente terre tete tige tigre tirer
        toile toit tombe ton tonne tordre tort tour tout trace train trait tresse tri tronc trou
        truie tube usine vache vague vain vase veau veine vent ventre ver verre vers vert veste
        veuf viande vide vie vieux vif vigne ville vin vis visage vite vitre voeu voie voile voir
        voix vol vrai vue yeux zone
    """,
    "es": """
        abeja abril abuelo aceite acero agua aguja aire ajo ala alma alto ama amigo amor ancho
        anillo animal ano antes ara arbol arco arena arma arroz arte asa asno atar aula ave baile
        bajo bala balsa banco banda bano barba barca barco barro base bata beber beso bestia bien
        blanco boca boda bola bolsa bomba bonito bosque bota bote brazo brisa broma bruja bueno
        buey burro caballo cabello cabeza cabra cada caer caja calle calor calvo cama cambio
        camino camisa campo canto capa cara carbon carga carne caro carro carta casa casi caso
        casta caza cazo cebra ceja cena centro cera cerca cerdo cero cerro cesta cielo cien cierto
        cinta cita claro clase clavo cobre coche codo cofre cola color comer copa coro corte cosa
        costa crema cruz cubo cuello cuenta cuerda cuero cuerpo cueva culpa cuna cura dado dama
        dar dato decir dedo dejar dia dicho diente dieta dios doble dolor dos duda duelo dueno
        dulce duna duro edad eje enano enero este fama fecha feo feria fibra fiesta fila filo fin
        flor foca fondo forma foto freno frente fresa frio fruta fuego fuente fuerza gafas gallo
        gana gato gente gesto gol golpe goma gordo gota grado grande grano grasa gris grito grupo
        guante guerra gusto habla hacer hacha hada hambre harina hasta hecho helado hermano hielo
        hierba hierro higado higo hijo hilo hoja hombre hombro hondo honor hora horno hoy hueco
        huella huerto hueso huevo humo idea iglesia igual isla jabon jarra jaula joya juego juez
        jugo julio junio labio lado lago lana largo lata leche lecho leer lento leon letra ley
        libre libro lima limon linea lino liso lista litro llama llanto llave lleno lluvia lobo
        loco lodo lomo luego lugar luna luto luz macho madera madre mal malo mamar manana mancha
        mando mano mapa mar marca marco mareo masa mata mayo media mejor menor menta mente mes
        mesa meta metal mezcla miedo miel mina misa mismo mito moda modo mono monte mora moral
        moto mozo mucho mueble muela muerte muro nada nariz nata negro nervio nido nieve nina
        nivel noche nombre norte nota nube nuca nuera nueve nuez obra ocho odio ojo ola olla olor
        onda opaco orden oreja oro oso otro oveja paca padre pagar pais paja pala palo pan pano
        papa papel par pared parte paso pasta pata pato paz pecho pedo peine pelo pelota pena
        pensar peor pera perla pero perro pesca peso pez pico pie piedra piel pierna pila pino
        pinta piso plan plano planta plata plato playa pleno plomo pluma pobre poco pollo polo
        polvo poner pozo precio presa primo prisa puente puerta puerto pulga pulpo pulso punta
        puro queso quinto rabo radio raiz rama rana rapto raro rata rato raya rayo razon red regla
        reina reir reja reloj remo resto rey rico rio risa robo roca rojo ropa rosa roto rubio
        rueda ruido saber sabio sabor sal sala salsa salto sangre sano santo sapo seco seda selva
        seno senor ser sierra siglo signo silla sitio sobre sol solo sombra sopa sordo sucio suelo
        sueno suerte suma sur tabla taco taza techo tela tema temor templo tenaz tener tia tiempo
        tienda tierra tigre tinta tio tipo tiza toalla todo toma torno toro torre tos trabajo
        traje tramo trapo trato tren tribu trigo tripa trozo tubo tumba turno una union uno usar
        uso uva vaca vaho valle vaso vejez vela vena venir verde verso vez vida vidrio viejo
        viento vino visita vista viudo vivo volar voz vuelo yegua yema yerno yeso zapato zona
        zorro zumo
    """,
}


@lru_cache(maxsize=4)
def everyday(language: str) -> frozenset[str]:
    """The everyday words of a language that is not English, which has a list of its own."""
    return frozenset(_WORDS.get(language, "").split())
