"""Small words that stand in and around dates, in the languages of the world's newspapers."""

from __future__ import annotations

from kushk.sources.formats.dates.months import key


def _set(words: str) -> frozenset[str]:
    return frozenset(key(word) for word in words.split())


CONNECTING = _set(
    """of the de del di d da do den der dem dne le la el il a den. gada gads m r r. g г года год р року рік ж жыл жылы
    й го ого е та ر سنة عام لعام سال من इस सन् को ปี พ.ศ. ค.ศ. พศ คศ năm ngày mùng tahun tanggal tgl mwaka tarehe
    tarikh anno an ano año any e ko st nd rd th er ère º ª oS i o y yil yili йил йили оны ny በ ዓ.ም عیسوی ء م هـ ه هجرية
    هجري ق میلادی शक عیسوى ad ce ac dc mes month mese mois tháng thg the"""
)
"""May stand between day, month and year."""

CLOCK_WORDS = _set(
    """at um à a às as alle ore o'clock o clock kl klo klokken om saat saati saatte pukul jam jm pkl vào lúc hora horas
    las
    los h hs hrs uhr uur u ч час в о об w o godz godzinie v ve ob u u в ώρα στις στη ore la orele ora klo на قبل في
    الساعة ساعة ساعت بوقت بتوقيت به وقت بجے بج बजे को समय স্থানীয় সময় টায় টা เวลา น. น בשעה ב שעה saa mnamo tại time
    heure heures heure: pada at. dan และ e et und and y i и o و की पर को klo. மணி மணிக்கு"""
)
"""May stand between a date and a time of day."""

MORNING = _set(
    """am a.m ص صباحا صباحًا 午前 上午 早上 凌晨 오전 ق.ظ قظ صبح πμ π.μ पूर्वाह्न सुबह öö de.ü সকাল পূর্বাহ্ণ sa asubuhi
    pagi ก่อนเที่ยง காலை முற்பகல் לפנהצ לפנה"צ dop"""
)
AFTERNOON = _set(
    """pm p.m م مساء مساءً ظهرا 午後 下午 晚上 中午 오후 ب.ظ بظ عصر شب μμ μ.μ अपराह्न शाम रात दोपहर öS ös বিকাল বিকেল
    সন্ধ্যা রাত দুপুর অপরাহ্ণ ch jioni mchana usiku petang malam sore หลังเที่ยง மாலை பிற்பகல் அன்று אחהצ אחה"צ odp du"""
)

ABOUT = _set(
    """published publication updated update last posted post modified created issued release released date dated on by
    print edition issue first as of since article
    publié publiée publie le mis à jour modifié créé màj paru date parution mise édition du
    publicado publicada actualizado actualizada actualización fecha publicación el última edición
    atualizado atualizada em data há publicação postado última
    veröffentlicht aktualisiert stand datum erstellt zuletzt am vom ausgabe
    pubblicato pubblicata aggiornato aggiornata il alle ultimo aggiornamento
    gepubliceerd bijgewerkt op laatst geplaatst laatste update
    опубликовано опубликован обновлено обновлён дата публикации изменено создано от
    опубліковано оновлено дата публікації
    opublikowano aktualizacja zaktualizowano dodano data publikacji dodane dnia
    yayınlanma yayınlandı güncelleme güncellendi tarihi tarih son giriş haber
    نشر نُشر نشرت تاريخ النشر آخر تحديث التحديث تم تحديث بتاريخ في يوم الموافق أُضيف حدث
    منتشر انتشار شده تاریخ بروزرسانی به‌روزرسانی روز آخرین
    شائع اشاعت آخری اپ ڈیٹ تاریخ وقت بروز کو
    פורסם עודכן תאריך עדכון אחרון פרסום בתאריך ב
    प्रकाशित प्रकाशन अपडेट अपडेटेड तारीख दिनांक पर को अंतिम updated:
    প্রকাশ প্রকাশিত প্রকাশের আপডেট সময় তারিখ সর্বশেষ
    வெளியிடப்பட்டது புதுப்பிக்கப்பட்டது பதிவு செய்த நாள் தேதி வெளியான
    เผยแพร่ อัปเดต ปรับปรุง ล่าสุด วันที่ วัน เมื่อ
    diterbitkan dikemas kini diperbarui terbit tarikh tanggal pada dipublikasikan kemaskini diperbaharui
    imechapishwa imesasishwa ilichapishwa tarehe mnamo imeboreshwa
    đăng cập nhật xuất bản ngày lúc thứ
    发布 发表 更新 时间 日期 发布时间 更新时间 来源 發布 時間 發佈 最後 最后
    公開 更新日 公開日 更新日時 掲載 配信 投稿 日時 最終更新
    입력 수정 등록 업데이트 승인 게시 기사입력 최종수정 작성 최종 날짜"""
)
"""Says what a date is about; beside words such as these a date still stands alone."""
