"""British and American spelling are one, and words that only look so are not."""

from __future__ import annotations

import pytest

from quiz.core.grading.word_forms import one_spelling, singulars

PAIRS = """
    haematoma hematoma haemoglobin hemoglobin haemorrhage hemorrhage anaemia anemia leukaemia
    leukemia anaesthesia anesthesia anaesthetic anesthetic aesthetic esthetic aetiology etiology
    paediatric pediatric orthopaedic orthopedic encyclopaedia encyclopedia faeces feces caecum
    cecum caesarean cesarean gynaecology gynecology archaeology archeology palaeontology
    paleontology mediaeval medieval ischaemia ischemia septicaemia septicemia hypoglycaemia
    hypoglycemia oestrogen estrogen oedema edema oesophagus esophagus foetus fetus foetal fetal
    diarrhoea diarrhea gonorrhoea gonorrhea coeliac celiac homoeopathy homeopathy amoeba ameba
    manoeuvre maneuver dyspnoea dyspnea apnoea apnea caesium cesium naevus nevus colour color
    colours colors coloured colored favour favor favourite favorite flavour flavor harbour harbor
    honour honor humour humor labour labor neighbour neighbor odour odor rumour rumor savour savor
    tumour tumor vapour vapor vigour vigor behaviour behavior behavioural behavioral armour armor
    candour candor clamour clamor endeavour endeavor fervour fervor parlour parlor rancour rancor
    rigour rigor splendour splendor valour valor demeanour demeanor arbour arbor dishonour
    dishonor discolour discolor centre center centres centers fibre fiber fibres fibers litre
    liter litres liters metre meter metres meters millimetre millimeter kilometre kilometer
    theatre theater calibre caliber lustre luster sombre somber spectre specter meagre meager
    sabre saber ochre ocher mitre miter sceptre scepter sepulchre sepulcher goitre goiter titre
    titer fibreglass fiberglass centred centered sterilise sterilize organise organize
    organisation organization realise realize recognise recognize analyse analyze paralyse
    paralyze catalyse catalyze hydrolyse hydrolyze dialyse dialyze ionise ionize oxidise oxidize
    oxidising oxidizing polarise polarize crystallise crystallize fertilise fertilize
    fertilisation fertilization immunise immunize metabolise metabolize neutralise neutralize
    stabilise stabilize synthesise synthesize vaporise vaporize visualise visualize hospitalised
    hospitalized characterise characterize optimise optimize travelled traveled travelling
    traveling traveller traveler labelled labeled labelling labeling modelling modeling cancelled
    canceled counsellor counselor jewellery jewelry marvellous marvelous woollen woolen signalling
    signaling fuelled fueled levelled leveled channelled channeled tunnelling tunneling panelled
    paneled enrol enroll fulfil fulfill skilful skillful wilful willful distil distill instil
    instill instalment installment enrolment enrollment catalogue catalog analogue analog dialogue
    dialog monologue monolog homologue homolog defence defense offence offense licence license
    pretence pretense practise practice grey gray plough plow programme program aluminium aluminum
    sulphur sulfur sulphate sulfate sulphide sulfide mould mold moult molt smoulder smolder
    sceptic skeptic sceptical skeptical cosy cozy draught draft pyjamas pajamas ageing aging
    judgement judgment acknowledgement acknowledgment whisky whiskey yoghurt yogurt doughnut donut
    disc disk artefact artifact gramme gram speciality specialty learnt learned burnt burned
    towards toward afterwards afterward whilst while liquorice licorice moustache mustache chilli
    chili omelette omelet likeable likable sizeable sizable enquiry inquiry mollusc mollusk tsar
    czar carburettor carburetor maths math
"""
APART = """
    poet pet filling filing hour hor four for prize prise fuller fuler sour sor tiller tiler
    controller control alumina aluminum silica silicon magnesia magnesium centre century
"""


def pairs(text: str) -> list[tuple[str, str]]:
    words = text.split()
    return list(zip(words[::2], words[1::2], strict=True))


@pytest.mark.parametrize(("british", "american"), pairs(PAIRS))
def test_both_spellings_are_one(british: str, american: str) -> None:
    assert one_spelling(british) == one_spelling(american)


def test_there_are_pairs_enough() -> None:
    assert len(set(pairs(PAIRS))) >= 150


@pytest.mark.parametrize(("one", "other"), pairs(APART))
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert one_spelling(one) != one_spelling(other)
    assert not singulars(one) & singulars(other)
