"""Documents in four languages, and edits of marks, capitals and little words in them.

Each edit of `TURNED` says something else than before, read in either direction; none of `KEPT` does.
"""

# ruff: noqa: E501

from __future__ import annotations

ENGLISH = """\
The Rowing Club

No, fees are due in spring. Stop, do not proceed when the red lamp burns. Members, who pay by the \
month, may use the old boats. Guests who come early wait at the gate. Let's eat, children.

In May the boats are painted, and members may help. The house has few exits, and a number of them \
are narrow. Polish crews row here; the boats they polish are kept dry. Visitors from the US pay like \
us. The Chair opens the meeting. The Earth road is closed.

The course is 5–10 km long, and row 10 12 of the table says how long it takes. Boat x' is longer than \
boat x, and there are 3! ways to fill it. A beam of 5' is kept in the shed, one of 5" is not. The load \
is <5 t, the error ±2 kg, about ~7 m of rope are 30 % too many. The field is 10² m wide. A mast of \
1,500 mm weighs 2.5 kg.

The students' boats are blue. Ann’s boat is the only one with a sail. The fresh paint is dry. The key \
(a copy) hangs in the hall. Is the door locked? The lamp is on. The captain decides whether to row. He \
saw the man eating fish. The fee, if any, is small; it is paid at the desk. She resents the change. \
Twice a day the water is tested. Oars, paddles and ropes are lent. However, you may do it in winter.
"""

GERMAN = """\
Hausordnung des Rudervereins

Nein, Gebühren sind im Frühjahr fällig. Wir warten nicht, fahren los. Mitglieder, die zahlen, dürfen \
die alten Boote nutzen. Der Wart hilft, Paul zu heben. Komm, wir essen, Opa.

Nach zehn Uhr wird in Maßen getrunken. Die Boote werden gedruckt beschrieben. Der Verein dankt den \
Weisen am Ufer. Das Tor ist zu. Die Kasse ist offen. Der Preis beträgt 1,5 Euro, für Gäste 3–5 Euro. \
Die Last ist <5 t. Etwa 30 % der Ruder sind neu. Das Ufer liegt 2' tiefer.

Wenige Ausgänge sind offen. Ein paar Boote liegen am Steg; das Paar am Ende gehört dem Wart. Die \
Mannschaft hat liebe Gäste. Er sieht sie am Steg. Die Spinnen am Dach stören. Wer arm ist, zahlt \
nichts. Der frische Lack ist trocken. Der Schlüssel (eine Kopie) hängt im Flur. Ist die Tür zu? Die \
Lampe brennt. Die Boote dürfen umfahren werden. Sie konnten schön rudern. Der Wart lässt die Gäste \
wieder sehen, was neu ist. Die Straße am Fluss ist gesperrt. Zweimal am Tag wird das Wasser geprüft. \
Die Kinder schonen die Ruder. Alle haben zugesagt.
"""

FRENCH = """\
Règlement du club d'aviron

Non, les droits sont dus au printemps. Arrêtez, ne partez pas quand la lampe rouge brille. Les membres, \
qui paient au mois, peuvent prendre les vieux bateaux. Mangeons, les enfants.

Le pêcheur range les rames. Le directeur a parlé du club. Il a reçu un peu de vin. Les élèves sont sur \
le quai. On va où le courant mène. Les jeunes se sont tus. Le prix est de 1,5 euro, de 3–5 euros pour \
les invités. La charge est <5 t. Près de 30 % des rames sont neuves. Le quai est long de 2'.

Peu de sorties sont ouvertes. La peinture fraîche est sèche. La clé (une copie) est dans le couloir. La \
porte est-elle fermée ? La lampe est allumée. Le poisson est servi à midi. La côte est fermée. Il a \
acheté un cadre. Les deux cousins rament. Il est sûr du bateau. Le Français parle français. Les Anglais \
rament. Deux fois par jour, l'eau est contrôlée. Il faut un mât de secours. Des tâches restent.
"""

SPANISH = """\
Reglamento del club de remo

No, se paga en primavera. Espera, no salgas cuando arde la luz roja. Los socios, que pagan al mes, pueden \
usar los botes viejos. Vamos a comer, niños.

El club publicó el reglamento. El papá del guarda rema. Si quiere, sale. Él manda en el muelle. El año \
es largo. Esta es la llave. Solo entra quien paga. Tú bote es azul, dice. El precio es de 1,5 euros, de \
3–5 euros para los invitados. La carga es <5 t. Cerca del 30 % de los remos son nuevos. El muelle mide 2'.

Pocas salidas están abiertas. La pintura fresca está seca. La llave (una copia) está en el pasillo. ¿Está \
cerrada la puerta? La luz está encendida. Camino al muelle cada día. La carta llegó. El perro duerme. Ahora \
hablamos del agua. Dos veces al día se controla el agua. El inglés rema bien. Trabajo en el puerto. Aún \
reman. Los bebes duermen.
"""

# What is quoted; what of the document is replaced by what.
Edit = tuple[str, str, str]

TURNED: dict[str, tuple[Edit, ...]] = {
    ENGLISH: (
        # a comma that moves a negation, a name or a clause
        ("No, fees are due in spring.", "No, fees", "No fees"),
        ("fees are due in spring", "No, fees", "No fees"),
        ("Stop, do not proceed when the red lamp burns.", "Stop, do not proceed", "Stop do not, proceed"),
        ("do not proceed when the red lamp burns", "do not proceed", "do not, proceed"),
        ("Members, who pay by the month, may use the old boats.", "Members, who pay by the month, may", "Members who pay by the month may"),
        ("may use the old boats", "month, may", "month may"),
        ("Guests who come early wait at the gate.", "Guests who come early wait", "Guests, who come early, wait"),
        ("wait at the gate", "Guests who come early wait", "Guests, who come early, wait"),
        ("Let's eat, children.", "eat, children", "eat children"),
        ("However, you may do it in winter.", "However, you", "However you"),
        ("The captain decides whether to row.", "decides whether", "decides, whether"),
        ("The fee, if any, is small; it is paid at the desk.", "any, is small; it", "any is small; it"),
        ("The fee, if any, is small; it is paid at the desk.", "small; it", "small, it"),
        ("He saw the man eating fish.", "the man eating", "the man-eating"),
        ("He saw the man eating fish.", "man eating", "man, eating"),
        # marks between and behind numbers and symbols
        ("The course is 5–10 km long", "5–10", "5 10"),
        ("row 10 12 of the table says how long it takes", "10 12", "10-12"),
        ("row 10 12 of the table says how long it takes", "10 12", "10, 12"),
        ("row 10 12 of the table says how long it takes", "10 12", "10/12"),
        ("Boat x' is longer than boat x", "x' is", "x is"),
        ("Boat x' is longer than boat x", "x' is", "x'' is"),
        ("there are 3! ways to fill it", "3! ways", "3 ways"),
        ("A beam of 5' is kept in the shed", "5' is", "5 is"),
        ("A beam of 5' is kept in the shed", "5' is", "5\" is"),
        ("one of 5\" is not", "5\"", "5"),
        ("The load is <5 t", "<5", "5"),
        ("The load is <5 t", "<5", "≤5"),
        ("the error ±2 kg", "±2", "2"),
        ("the error ±2 kg", "±2", "+2"),
        ("about ~7 m of rope are 30 % too many", "~7", "7"),
        ("about ~7 m of rope are 30 % too many", "30 %", "30 ‰"),
        ("about ~7 m of rope are 30 % too many", "~7", "-7"),
        ("The field is 10² m wide.", "10² m", "102 m"),
        ("The field is 10² m wide.", "10² m", "10 m²"),
        ("The field is 10² m wide.", "10² m", "10³ m"),
        ("A mast of 1,500 mm weighs 2.5 kg.", "2.5", "2,5"),
        ("A mast of 1,500 mm weighs 2.5 kg.", "1,500", "1.500"),
        ("A mast of 1,500 mm weighs 2.5 kg.", "1,500", "1, 500"),
        # articles that count
        ("The house has few exits", "has few", "has a few"),
        ("a number of them are narrow", "a number", "the number"),
        ("Ann’s boat is the only one with a sail.", "the only one", "only one"),
        ("Twice a day the water is tested.", "Twice a day", "Twice the day"),
        # end marks, quotation marks, brackets
        ("The lamp is on.", "is on.", "is on?"),
        ("The lamp is on", "is on.", "is on?"),
        ("Is the door locked?", "locked?", "locked."),
        ("The fresh paint is dry.", "fresh paint", "“fresh” paint"),
        ("The fresh paint is dry.", "fresh paint", "'fresh' paint"),
        ("paint is dry", "fresh paint", "fresh “paint”"),
        ("The fresh paint is dry.", "is dry", "is (dry)"),
        ("The fresh paint is dry.", "is dry", "is dry (?)"),
        ("The key (a copy) hangs in the hall.", "(a copy) hangs", "a copy hangs"),
        ("The lamp is on.", "The lamp", "The (lamp)"),
        # capitals
        ("members may help", "members may", "members May"),
        ("In May the boats are painted", "In May", "In may"),
        ("the boats they polish are kept dry", "they polish", "they Polish"),
        ("Visitors from the US pay like us.", "the US pay", "the us pay"),
        ("Visitors from the US pay like us.", "like us", "like US"),
        ("The Chair opens the meeting.", "The Chair", "The chair"),
        ("The Earth road is closed.", "Earth", "earth"),
        # whose
        ("The students' boats are blue.", "students' boats", "student's boats"),
        ("The students' boats are blue.", "students' boats", "students boats"),
        ("Ann’s boat is the only one with a sail.", "Ann’s", "Anns’"),
        # hyphens and letters
        ("She resents the change.", "resents", "re-sents"),
        ("She resents the change.", "resents", "represents"),
        ("She resents the change.", "change", "charge"),
        ("Oars, paddles and ropes are lent.", "Oars, paddles", "Oars paddles"),
        ("Oars, paddles and ropes are lent.", "and ropes", "or ropes"),
        # struck out
        ("The fresh paint is dry.", "fresh", "~~fresh~~"),
        ("The lamp is on.", "The lamp is on.", "~~The lamp is on.~~"),
        ("The lamp is on", "The lamp is on.", "--The lamp is on.--"),
    ),
    GERMAN: (
        ("Nein, Gebühren sind im Frühjahr fällig.", "Nein, Gebühren", "Nein Gebühren"),
        ("Gebühren sind im Frühjahr fällig", "Nein, Gebühren", "Nein Gebühren"),
        ("Wir warten nicht, fahren los.", "warten nicht, fahren", "warten, nicht fahren"),
        ("Wir warten nicht, fahren los.", "nicht, fahren", "nicht fahren"),
        ("Mitglieder, die zahlen, dürfen die alten Boote nutzen.", "Mitglieder, die zahlen, dürfen", "Mitglieder die zahlen dürfen"),
        ("dürfen die alten Boote nutzen", "zahlen, dürfen", "zahlen dürfen"),
        ("Der Wart hilft, Paul zu heben.", "hilft, Paul zu heben", "hilft Paul, zu heben"),
        ("Komm, wir essen, Opa.", "essen, Opa", "essen Opa"),
        ("Nach zehn Uhr wird in Maßen getrunken.", "Maßen", "Massen"),
        ("Die Boote werden gedruckt beschrieben.", "gedruckt", "gedrückt"),
        ("Der Verein dankt den Weisen am Ufer.", "Weisen", "Waisen"),
        ("Der Verein dankt den Weisen am Ufer.", "den Weisen", "den weisen"),
        ("Das Tor ist zu.", "Das Tor", "Der Tor"),
        ("Das Tor ist zu.", "ist zu.", "ist zu?"),
        ("Die Kasse ist offen.", "offen", "Offen"),
        ("Die Kasse ist offen.", "Kasse", "Klasse"),
        ("Der Preis beträgt 1,5 Euro", "1,5", "1.5"),
        ("Der Preis beträgt 1,5 Euro", "1,5", "15"),
        ("Der Preis beträgt 1,5 Euro, für Gäste 3–5 Euro.", "3–5", "3 5"),
        ("Der Preis beträgt 1,5 Euro, für Gäste 3–5 Euro.", "3–5", "3,5"),
        ("Die Last ist <5 t.", "<5", "5"),
        ("Etwa 30 % der Ruder sind neu.", "30 %", "30 ‰"),
        ("Das Ufer liegt 2' tiefer.", "2' tiefer", "2 tiefer"),
        ("Wenige Ausgänge sind offen.", "Wenige Ausgänge", "Einige Ausgänge"),
        ("Ein paar Boote liegen am Steg", "Ein paar", "Ein Paar"),
        ("das Paar am Ende gehört dem Wart", "das Paar", "das paar"),
        ("Die Mannschaft hat liebe Gäste.", "liebe", "Liebe"),
        ("Er sieht sie am Steg.", "sieht sie", "sieht Sie"),
        ("Er sieht sie am Steg.", "sieht", "zieht"),
        ("Die Spinnen am Dach stören.", "Spinnen", "spinnen"),
        ("Wer arm ist, zahlt nichts.", "arm", "Arm"),
        ("Wer arm ist, zahlt nichts.", "arm ist", "warm ist"),
        ("Der frische Lack ist trocken.", "frische", "„frische“"),
        ("Der frische Lack ist trocken.", "ist trocken", "ist (trocken)"),
        ("Der Schlüssel (eine Kopie) hängt im Flur.", "(eine Kopie) hängt", "eine Kopie hängt"),
        ("Ist die Tür zu?", "zu?", "zu."),
        ("Die Lampe brennt", "brennt.", "brennt?"),
        ("Die Boote dürfen umfahren werden.", "umfahren", "um fahren"),
        ("Sie konnten schön rudern.", "schön", "schon"),
        ("Sie konnten schön rudern.", "konnten", "könnten"),
        ("Der Wart lässt die Gäste wieder sehen, was neu ist.", "wieder sehen", "wiedersehen"),
        ("Die Kinder schonen die Ruder.", "schonen", "schönen"),
        ("Zweimal am Tag wird das Wasser geprüft.", "Zweimal", "Einmal"),
        ("Die Straße am Fluss ist gesperrt.", "am Fluss", "am Floß"),
        ("Alle haben zugesagt.", "zugesagt", "zu gesagt"),
        ("Die Lampe brennt.", "Die Lampe brennt.", "<del>Die Lampe brennt.</del>"),
    ),
    FRENCH: (
        ("Non, les droits sont dus au printemps.", "Non, les", "Non les"),
        ("les droits sont dus au printemps", "Non, les", "Non les"),
        ("Arrêtez, ne partez pas quand la lampe rouge brille.", "Arrêtez, ne partez pas quand", "Arrêtez ne partez, pas quand"),
        ("Les membres, qui paient au mois, peuvent prendre les vieux bateaux.", "membres, qui paient au mois, peuvent", "membres qui paient au mois peuvent"),
        ("peuvent prendre les vieux bateaux", "mois, peuvent", "mois peuvent"),
        ("Mangeons, les enfants.", "Mangeons, les", "Mangeons les"),
        ("Le pêcheur range les rames.", "pêcheur", "pécheur"),
        ("Le directeur a parlé du club.", "parlé", "parle"),
        ("Le directeur a parlé du club.", "a parlé", "à parlé"),
        ("Il a reçu un peu de vin.", "un peu", "peu"),
        ("Il a reçu un peu de vin.", "vin", "vain"),
        ("Les élèves sont sur le quai.", "élèves", "élevés"),
        ("Les élèves sont sur le quai.", "sur", "sûr"),
        ("On va où le courant mène.", "où", "ou"),
        ("Les jeunes se sont tus.", "jeunes", "jeûnes"),
        ("Le prix est de 1,5 euro", "1,5", "1.5"),
        ("de 3–5 euros pour les invités", "3–5", "3 5"),
        ("La charge est <5 t.", "<5", "5"),
        ("Près de 30 % des rames sont neuves.", "30 %", "30 ‰"),
        ("Le quai est long de 2'.", "2'", "2"),
        ("Peu de sorties sont ouvertes.", "Peu de", "Un peu de"),
        ("La peinture fraîche est sèche.", "fraîche", "« fraîche »"),
        ("La peinture fraîche est sèche.", "est sèche", "est (sèche)"),
        ("La clé (une copie) est dans le couloir.", "(une copie) est", "une copie est"),
        ("La porte est-elle fermée ?", "fermée ?", "fermée."),
        ("La lampe est allumée.", "allumée.", "allumée ?"),
        ("La lampe est allumée", "allumée.", "allumée ?"),
        ("Le poisson est servi à midi.", "poisson", "poison"),
        ("La côte est fermée.", "côte", "cote"),
        ("La côte est fermée.", "côte", "côté"),
        ("Il a acheté un cadre.", "cadre", "cadré"),
        ("Les deux cousins rament.", "cousins", "coussins"),
        ("Il est sûr du bateau.", "sûr", "sur"),
        ("Le Français parle français.", "Français parle", "français parle"),
        ("Le Français parle français.", "parle français", "parle Français"),
        ("Deux fois par jour, l'eau est contrôlée.", "Deux", "Dix"),
        ("Il faut un mât de secours.", "mât", "mat"),
        ("Des tâches restent.", "tâches", "taches"),
        ("La lampe est allumée.", "La lampe est allumée.", "<s>La lampe est allumée.</s>"),
    ),
    SPANISH: (
        ("No, se paga en primavera.", "No, se", "No se"),
        ("se paga en primavera", "No, se", "No se"),
        ("Espera, no salgas cuando arde la luz roja.", "Espera, no salgas", "Espera no, salgas"),
        ("Los socios, que pagan al mes, pueden usar los botes viejos.", "socios, que pagan al mes, pueden", "socios que pagan al mes pueden"),
        ("pueden usar los botes viejos", "mes, pueden", "mes pueden"),
        ("Vamos a comer, niños.", "comer, niños", "comer niños"),
        ("El club publicó el reglamento.", "publicó", "publico"),
        ("El club publicó el reglamento.", "publicó", "público"),
        ("El papá del guarda rema.", "papá", "papa"),
        ("Si quiere, sale.", "Si quiere", "Sí quiere"),
        ("Si quiere, sale.", "quiere, sale", "quiere sale"),
        ("Él manda en el muelle.", "Él manda", "El manda"),
        ("El año es largo.", "año", "ano"),
        ("Esta es la llave.", "Esta", "Está"),
        ("Tú bote es azul, dice.", "Tú", "Tu"),
        ("El precio es de 1,5 euros", "1,5", "1.5"),
        ("de 3–5 euros para los invitados", "3–5", "3 5"),
        ("La carga es <5 t.", "<5", "5"),
        ("Cerca del 30 % de los remos son nuevos.", "30 %", "30 ‰"),
        ("El muelle mide 2'.", "2'", "2"),
        ("Pocas salidas están abiertas.", "Pocas", "Unas pocas"),
        ("La pintura fresca está seca.", "fresca", "«fresca»"),
        ("La pintura fresca está seca.", "está seca", "está (seca)"),
        ("La llave (una copia) está en el pasillo.", "(una copia) está", "una copia está"),
        ("¿Está cerrada la puerta?", "¿Está cerrada la puerta?", "Está cerrada la puerta."),
        ("La luz está encendida.", "La luz está encendida.", "¿La luz está encendida?"),
        ("La luz está encendida", "encendida.", "encendida?"),
        ("Camino al muelle cada día.", "Camino", "Caminó"),
        ("La carta llegó.", "llegó", "llego"),
        ("El perro duerme.", "perro", "pero"),
        ("Ahora hablamos del agua.", "hablamos", "hablemos"),
        ("Dos veces al día se controla el agua.", "Dos", "Doce"),
        ("El inglés rema bien.", "inglés", "ingles"),
        ("Trabajo en el puerto.", "Trabajo", "Trabajó"),
        ("Aún reman.", "Aún", "Aun"),
        ("Los bebes duermen.", "bebes", "bebés"),
        ("La luz está encendida.", "La luz está encendida.", "<ins>La luz está encendida.</ins>"),
    ),
}  # fmt: skip

KEPT: dict[str, tuple[Edit, ...]] = {
    ENGLISH: (
        ("In May the boats are painted, and members may help.", "painted, and members", "painted,\nand members"),
        ("Oars, paddles and ropes are lent.", "paddles and", "paddles, and"),
        ("Oars, paddles and ropes are lent.", "Oars, paddles", "Oars,\npaddles"),
        ("The course is 5–10 km long", "5–10", "5-10"),
        ("The course is 5–10 km long", "5–10", "5 – 10"),
        ("A beam of 5' is kept in the shed", "5'", "5′"),
        ("Ann’s boat is the only one with a sail.", "Ann’s", "Ann's"),
        ("The students' boats are blue.", "students'", "students’"),
        ("A mast of 1,500 mm weighs 2.5 kg.", "1,500", "1500"),
        ("A mast of 1,500 mm weighs 2.5 kg.", "2.5 kg", "2.5\u00a0kg"),
        ("She resents the change.", "resents", "re-\nsents"),
        ("Guests who come early wait at the gate.", "early", "ealry"),
        ("Guests who come early wait at the gate.", "Guests", "Guessts"),
        ("The captain decides whether to row.", "decides", "decieds"),
        ("The captain decides whether to row.", "captain", "captian"),
        ("Is the door locked?", "locked", "lockd"),
        ("The fresh paint is dry.", "fresh", "*fresh*"),
        ("The fresh paint is dry.", "fresh", "__fresh__"),
        ("The key (a copy) hangs in the hall.", "hangs", "HANGS"),
        ("Polish crews row here; the boats they polish are kept dry.", "here; the", "here;  the"),
        ("The fee, if any, is small; it is paid at the desk.", "small; it", "small. It"),
    ),
    GERMAN: (
        ("Die Straße am Fluss ist gesperrt.", "Straße", "Strasse"),
        ("Mitglieder, die zahlen, dürfen die alten Boote nutzen.", "Boote nutzen", "Boote\nnutzen"),
        ("Der Preis beträgt 1,5 Euro, für Gäste 3–5 Euro.", "3–5", "3-5"),
        ("Der Schlüssel (eine Kopie) hängt im Flur.", "Schlüssel", "Schlu\u0308ssel"),
        ("Zweimal am Tag wird das Wasser geprüft.", "Zweimal", "Zwei\u00admal"),
        ("Etwa 30 % der Ruder sind neu.", "30 %", "30%"),
        ("Die Kinder schonen die Ruder.", "schonen", "scho-\nnen"),
    ),
    FRENCH: (
        ("La peinture fraîche est sèche.", "fraîche", "fraiche"),
        ("Les membres, qui paient au mois, peuvent prendre les vieux bateaux.", "peuvent prendre", "peuvent\nprendre"),
        ("La porte est-elle fermée ?", "fermée ?", "fermée\u202f?"),
        ("Deux fois par jour, l'eau est contrôlée.", "l'eau", "l’eau"),
        ("Le pêcheur range les rames.", "pêcheur", "pe\u0302cheur"),
    ),
    SPANISH: (
        ("Los socios, que pagan al mes, pueden usar los botes viejos.", "usar los", "usar\nlos"),
        ("de 3–5 euros para los invitados", "3–5", "3-5"),
        ("El club publicó el reglamento.", "publicó", "publico\u0301"),
        ("Cerca del 30 % de los remos son nuevos.", "30 %", "30\u00a0%"),
    ),
}  # fmt: skip
