"""Texts that are hard to cut into sentences, by language; `||` stands where one ends.

All of them are written for this table.
"""

from __future__ import annotations

HARD = {
    "en": """
Lt. Miller read the gauge. || Capt. Stone nodded.
Gen. Hart and Col. Reed met Maj. Quill. || They talked.
Sen. Park asked Gov. Lane and Rep. Cole. || Nobody knew.
Prof. Dr. Weber spoke. || Mrs. Webb listened.
Messrs. Hill and Dale own it. || Sgt. Pike guards it.
The valve (see Smith et al. (2020)) leaks. || It is old.
Jones et al. 2019 measured it. || Jones et al. (2021) did not.
It was measured by Jones et al. || The result stood.
Use e.g. water, i.e. nothing else. || Then wait.
It costs approx. 5 euros, incl. tax. || Pay now.
See Fig. 3 and Figs. 4 and 5. || They differ.
See Sec. 2.1, Vol. 3, pp. 4–9. || It helps.
See Fig. A for more. || It is clear.
Read Ch. 4 of vol. 2. || Then rest.
He lives in St. Albans. || She lives on Mt. Hood.
Acme Inc. makes pumps. || Acme Inc. || The pumps hold.
Bolt Ltd. sold it to Nut Co. in May. || Nobody minded.
Acme Corp. Headquarters moved. || It was late.
At 5 p.m. the bell rang. || At 6 a.m. it rang again.
It closed at 5 p.m. || The guard left.
The U.S. Navy came. || It came from the U.S. || Then it left.
The U.K. and the E.U. agreed. || They signed.
Ask J. R. Hartley. || George W. Stone knows.
It has vitamin C. || That helps.
She holds a Ph.D. in physics. || He has a B.Sc. degree.
Version 3.11.7 runs. || Version 2.0 does not.
It weighs 1.5 kg. || The lid weighs 0.3 kg.
Prices rose 3.5 %. || In 1990 they fell.
Look at example.com. || Then go to https://example.org/a.b?c=d. || It is there.
Open config.yaml. || Save main.py too.
Use the .NET runtime. || Node.js is fine as well.
Write to a.b@example.com. || You get an answer.
“Stop!” he cried. || She went on.
“Is it hot?” John asked. || Nobody answered.
“It is hot.” || “It is not.” || They went on.
He said, “It is hot.” || She laughed.
(It was late.) || He slept. || (See below.)
Wait... what? || He slept... || Then he woke.
He paused … and went on. || Then … nothing.
Really?! || No way!!! || Fine.
Dr. No. 5 is ready. || No. 6 is not. || He said no. || I left.
On Jan. 5 it froze. || By Sept. 11 it was warm.
It is valid under Art. 5 and § 3 No. 2. || It ends there.
The depth is min. 5 and max. 10 m. || Check it.
Turn left on Oak Ave. North of it is a mill.
Yahoo! is a name. || So is Guess!
That is it, etc. || The rest follows.
Bring ropes, hooks, etc. to the ship. || Then sail.
Proved.[1] || Proved again.[2, 3] || So it is.
It holds.¹ || It broke.² || Why?
He was born c. 1850 and d. 1902. || Few knew him.
Items: 1. water, 2. salt. || Mix them.
The temp. rose. || It fell again.
Tel. 555 1234 is busy. || Ext. 9 is not.
He read ‘The End.’ || Then he slept.
Is it? || It is. || Is it!
Press Ctrl+C. || Press q. || Done.
Mr. and Mrs. Cole vs. the city. || They won.
It was 5 ft. tall. || It grew.
He came from Washington, D.C. || She did not.
It was I. Newton who saw it. || He wrote it down.
Plan B. || Then plan C. || It worked.
The file ends in .txt. || Nothing follows.
At 10.30 he came. || At 11.15 he left.
""",
    "de": """
Am 3. Oktober 1990 begann es. || Es dauerte lange.
Der Vertrag vom 1. Januar gilt. || Er endet am 31. Dezember.
Im 19. Jahrhundert war das anders. || Danach nicht mehr.
Das regelt § 5 Abs. 2 Satz 1 Nr. 3. || Im Übrigen gilt § 6.
Nach Art. 3 Abs. 1 S. 2 ist das so. || Mehr steht dort nicht.
Man nimmt z. B. Wasser oder z.B. Öl. || Beides geht.
Das ist gut, d. h. brauchbar. || Es hält.
In der Regel, i. d. R. Montag, ist zu. || Sonst nicht.
Er gilt i. V. m. § 7 Abs. 1. || Das ist neu.
Wasser, Öl usw. fehlen. || Salz usw. || Das reicht nicht.
Siehe S. 12 ff. und Bd. 3. || Dort steht es.
Dr. Weber und Prof. Klein kamen. || Sie blieben.
Das kostet ca. 5 Euro inkl. MwSt. und hält. || Es lohnt sich.
Es sind bzw. waren zwei. || Jetzt ist es einer.
Friedrich II. regierte lange. || Ludwig XIV. auch.
Die Kammer, vgl. Abb. 4, ist zu. || Sie bleibt zu.
„Komm!“, rief er. || Sie kam nicht.
„Ist es heiß?“ || „Nein.“ || Er ging.
Das gilt ggf. auch hier. || Sonst gilt es nicht.
Hr. Maier wohnt in der Hauptstr. 5. || Fr. Huber nicht.
Es war um 10.30 Uhr. || Um 11 Uhr war Schluss.
Der 2. Weltkrieg war zu Ende. || Das war 1945. || Danach kam Ruhe.
Im Jahr 44 v. Chr. starb er. || Das weiß man.
Der Druck steigt um 1,5 bar. || Er fällt dann.
Das gilt gem. Nr. 4 Buchst. a. || Das ist alles.
Das steht in Anl. 2 Ziff. 4. || Es gilt.
Es waren 25. || Danach kamen mehr.
Sie gilt u. a. für Öl. || Für Gas gilt sie nicht.
""",
    "es": """
¿Qué es esto? || ¿Quién viene? || ¡Nadie!
El Sr. Pérez y la Sra. Gil salieron. || Volvieron tarde.
La Dra. Ruiz y el Lic. Mora hablaron. || Nadie oyó.
Véase el art. 5, pág. 12 y fig. 3. || Es claro.
Vive en la Av. Central. || Está cerca.
Ud. lo sabe. || Uds. no.
Llegó a las 5 p. m. a casa. || Durmió.
Los EE. UU. firmaron. || Después callaron.
Compró pan, agua, etc. en la tienda. || Pagó.
«¡Alto!», gritó. || Nadie paró.
Mide 1,5 m. || Pesa 3 kg.
El núm. 4 falta. || El núm. 5 está.
""",
    "fr": """
M. Petit et Mme Roux sont là. || Ils attendent.
Voir p. 12, fig. 3 et art. 5. || C'est clair.
Le Dr. Blanc est venu. || Il est parti.
« Attention ! » || Il recula. || « Pourquoi ? »
Du pain, de l'eau, etc. sont là. || Rien ne manque.
Le no. 5 manque. || Le no. 6 est là.
Il mesure 1,5 m. || Elle pèse 3 kg.
J.-P. Martin est venu. || Il a parlé.
C'est env. 5 km. || Marchons.
Il naquit av. J.-C. en Grèce. || On le sait.
""",
    "nl": """
Dhr. Bakker en mevr. Smit zijn er. || Ze wachten.
Zie blz. 12 en afb. 3. || Dat is duidelijk.
Gebruik bijv. water of o.a. olie. || Dat werkt.
Het kost ca. 5 euro incl. btw. || Betaal nu.
Dat geldt d.w.z. altijd. || Nu niet.
Prof. dr. Visser sprak. || Men luisterde.
Volgens art. 5 lid 2 mag het. || Meer niet.
Op 3 jan. 2020 vroor het. || Daarna niet.
""",
    "pl": """
Dr hab. Nowak i prof. Lis są tu. || Czekają.
Zob. str. 12 i rys. 3. || To jasne.
Użyj np. wody, tzn. czystej. || Potem czekaj.
Ul. Długa jest obok. || Jest cicha.
To było w XX w. w Polsce. || Potem nie.
Dnia 3. maja padało. || Potem nie.
Zgodnie z art. 5 ust. 2 pkt 3 to wolno. || Nic więcej.
Chleb, woda itd. są tu. || Niczego nie brak.
""",
    "ru": """
Это г. Москва. || Там живёт А. С. Попов.
См. рис. 3 и табл. 4. || Всё ясно.
Вода, соль и т. д. нужны. || Остальное нет.
Возьмите, т. е. купите, воду. || Потом ждите.
Это было в 1990 г. в мае. || Потом нет.
Ул. Мира рядом. || Она тихая.
Он живёт в д. 5 на ул. Мира. || Это близко.
Цена 5 тыс. руб. за штуку. || Платите.
Напр. вода и др. вещества. || Хватит.
«Стой!» — крикнул он. || Никто не стоял.
""",
    "it": """
Il sig. Rossi e la sig.ra Verdi sono qui. || Aspettano.
Vedi pag. 12, fig. 3 e art. 5. || È chiaro.
Il dott. Bianchi parla. || Tutti ascoltano.
Pane, acqua, ecc. sono qui. || Non manca nulla.
""",
    "pt": """
O Sr. Silva e a Sra. Costa saíram. || Voltaram tarde.
Veja a pág. 12, a fig. 3 e o art. 5. || É claro.
A Dra. Reis falou. || Ninguém ouviu.
Pão, água, etc. estão aqui. || Nada falta.
""",
    "hi": """
दबाव देखें। || फिर वाल्व खोलें।
क्या वह आया? || हाँ, आया। || ठीक है!
डॉ. शर्मा आए। || वे बैठे।
श्लोक समाप्त॥ || अगला आरंभ।
दबाव 1.5 बार है। || यह ठीक है।
""",
    "ur": """
وہ کہاں ہے؟ || وہ گھر پر ہے۔ || ٹھیک ہے۔
یہ والو ہے۔ || اسے بند کرو۔
""",
    "ar": """
أين الصمام؟ || هو هنا. || حسنا!
هل هو مغلق؟ || نعم.
""",
    "hy": """
Սա փականն է։ || Այն փակ է։
Նա եկավ։ || Հետո գնաց։
""",
    "ja": """
彼は「行くよ。」と言った。||私は残った。
「止まれ！」||誰も止まらない。
弁を開ける。||圧力を見る（五バール）。||終わり。
本当ですか？||はい。||そうです！
彼は『もう遅い。』という本を読んだ。||面白かった。
""",
    "zh": """
打开阀门。||看压力表！||好吗？
他说：“停下。”||没有人停。
“停下！”他说。||没有人停。
压力是1.5巴。||温度是20.5度。
（见下文。）||然后等待。
""",
}


def cases() -> list[tuple[str, list[str], str]]:
    """Language, the sentences, and the text they stand in."""
    found = []
    for language, table in HARD.items():
        for line in table.strip().splitlines():
            parts = [part.strip() for part in line.split("||")]
            separator = " " if " || " in line else ""
            found.append((language, parts, separator.join(parts)))
    return found
