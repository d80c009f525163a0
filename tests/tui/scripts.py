"""Paragraphs in twelve scripts, of words that are told apart by where they stand."""

from __future__ import annotations

WORDS = {
    "Latin": "Z\u0302ivot je\u0308de caf\u00e9 na\u00efve Z\u030c\u0301 fi\u0301n",
    "Greek": "Το νερό βράζει στους εκατό βαθμούς κοντά στη θάλασσα",
    "Cyrillic": "Вода кипит при ста градусах на уровне моря ё й",
    "Hindi": "पानी समुद्र तल पर सौ डिग्री सेल्सियस पर उबलता है और भाप निकलती रहती है",
    "Bengali": "পানি সমুদ্রপৃষ্ঠে একশো ডিগ্রি সেলসিয়াসে ফুটতে শুরু করে বাষ্প বের হয়",
    "Tamil": "தண்ணீர் கடல் மட்டத்தில் நூறு டிகிரி செல்சியஸில் கொதிக்கிறது நீராவி வெளியேறுகிறது",
    "Burmese": "ရေသည် ပင်လယ်ရေမျက်နှာပြင်တွင် တစ်ရာဒီဂရီ စင်တီဂရိတ်တွင် ဆူပွက်ပြီး ရေနွေးငွေ့ထွက်သည်",
    "Khmer": "ទឹកពុះនៅ មួយរយអង្សា សេល្ស៊ីសនៅ កម្រិតទឹកសមុទ្រ ហើយចំហាយ ចេញមក",
    "Thai": "น้ำเดือดที่ หนึ่งร้อยองศา เซลเซียส ที่ระดับน้ำทะเล และไอน้ำ ออกมา",
    "Arabic": "يغلي الماء عند مئة درجة مئوية عند مستوى سطح البحر مَاءٌ",
    "Chinese": "水在海平面上于一百摄氏度沸腾， 盖子把蒸汽留在锅里。 高山上水沸腾得更早，",
    "Korean": "물은 해수면에서 섭씨 백 도에서 끓고 뚜껑은 김을 붙잡아 둔다",
}


def paragraph(script: str, times: int = 4) -> str:
    """The words of a script again and again, each time with their number."""
    return " ".join(f"{WORDS[script]} {number}" for number in range(1, times + 1))
