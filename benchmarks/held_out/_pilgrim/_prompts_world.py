"""What people and agents write in languages of Africa and Asia."""

from typing import Final

PROMPTS_WORLD: Final = (
    # Nigeria: Pidgin, Yoruba, Hausa, Igbo
    "Abeg help me check wetin happen to my transfer. Na <<NIGERIAN>>, account <<NG_BANK_ACCOUNT>>, BVN <<NG_BVN>>.",
    "Ẹ káàárọ̀, orúkọ mi ni <<NIGERIAN>>, mo ń gbé ní <<HOME_NG>>. Ẹ pè mí sí <<PHONE_NG>>.",
    "Sannu, sunana <<NIGERIAN>>, lambar wayata <<PHONE_NG>>, kaya ba su iso <<TOWN_NG>> ba.",
    "Ndewo, aha m bụ <<NIGERIAN>>, biko zigara m akwụkwọ ahụ na <<MAIL_NG>>.",
    "Dear Sir, kindly reprocess the transcript of <<NIGERIAN>> (NIN <<NG_NIN>>) and forward to <<MAIL_NG>>.",
    # South Africa: Afrikaans, Zulu, Xhosa, English
    "Goeiemôre, dis <<SOUTHAFRICAN>>. Die pakkie moet na <<HOME_ZA>> gaan, my selnommer is <<PHONE_ZA>>.",
    "Sawubona, igama lami ngingu-<<SOUTHAFRICAN_FIRST>>, inombolo kamazisi <<ZA_ID>>, ngicela usizo.",
    "Molo, ndingu <<SOUTHAFRICAN>>, ndihlala e <<TOWN_ZA>>, inombolo yam <<PHONE_ZA>>.",
    "Load-shedding query from <<SOUTHAFRICAN>> at <<HOME_ZA>>: prepaid meter rejects the voucher. SMS her on <<PHONE_ZA>>.",
    # Egypt: Arabic, and Arabic in Latin letters
    "مساء الخير، أنا <<EGYPTIAN>> وساكن في <<HOME_EG>>، رقمي <<PHONE_EG>> والأوردر لسه ما وصلش.",
    "من فضلك راجع ملف المتقدم <<EGYPTIAN>>، الرقم القومي <<EG_NATIONAL_ID>>، مواليد <<BORN_AR>>.",
    "اكتب رسالة إلى <<EGYPTIAN>> على البريد <<MAIL_EG>> بخصوص تذاكر المتحف.",
    "ezayak, ana <<EGYPTLATIN>>, el bill bta3 el kahraba gali ghalat, kalemni 3ala <<PHONE_EG>>",
    "Guest list for the museum night: <<EGYPTLATIN>>, <<EGYPTLATIN2>>, <<FRENCH>>. RSVP to <<MAIL_EG>>.",
    # Philippines: Tagalog, Cebuano, English
    "Magandang hapon po, ako si <<FILIPINO>>, hindi pa dumarating ang order ko sa <<HOME_PH>>. Ito po number ko <<PHONE_PH>>.",
    "Maayong buntag, ako si <<FILIPINO>> taga <<TOWN_PH>>, palihog ko ug balik sa kwarta.",
    "Pa-update po ng SSS ni <<FILIPINO>>: <<PH_SSS>>, email <<MAIL_PH>>, kaarawan <<BORN_US>>.",
    "Agent note: spoke with <<FILIPINO>>; TIN <<PH_TIN>> does not match the PhilSys number <<PH_PSN>>.",
    # Indonesia: Indonesian, Javanese
    "Halo kak, saya <<INDONESIAN>>, paket salah alamat. Alamat benar <<HOME_ID>>, WA <<PHONE_ID>>.",
    "Tolong cek pengajuan KPR atas nama <<INDONESIAN>>, NIK <<ID_NIK>>, NPWP <<ID_NPWP>>.",
    "Buatkan surat keterangan untuk siswa <<INDONESIAN>>, lahir di <<TOWN_ID>> tanggal <<BORN_IN>>.",
    "Sugeng enjing, kula <<INDONESIAN>> saking <<TOWN_ID>>, nyuwun dipuntelpon wonten <<PHONE_ID>>.",
    # Vietnamese
    "Chào shop, mình là <<VIETNAMESE>>, muốn đổi hàng, địa chỉ <<HOME_VN>>, sđt <<PHONE_VN>>.",
    "Kiểm tra giúp hồ sơ vay của anh <<VIETNAMESE>>, CCCD <<VN_CCCD>>, email <<MAIL_VN>>.",
    "Khách <<VIETNAMESE>> bay từ <<TOWN_VN>>, hộ chiếu <<VN_PASSPORT>>, sinh ngày <<BORN_DAY_FIRST>>.",
    # Chinese, simplified and traditional, and Cantonese
    "你好，我是<<CHINESE>>，手机号<<PHONE_CN>>，外卖送错到<<HOME_CN>>了，麻烦处理一下。",
    "请核对申请人<<CHINESE>>的身份证<<CN_RESIDENT_ID>>，出生日期<<BORN_ZH>>，邮箱<<MAIL_CN>>。",
    "帮我写一封邮件给<<CHINESE>>，告诉他货柜已经从<<TOWN_CN>>出发。",
    "您好，我叫<<TAIWANESE>>，想退貨，請到<<HOME_TW>>取件，電話<<PHONE_TW>>。",
    "請更新會員<<TAIWANESE>>的資料：身分證<<TW_ID>>，信箱<<MAIL_TW>>。",
    "唔該幫我改送貨地址去<<HOME_HK>>，打<<PHONE_HK>>搵<<CANTONESE>>。",
    "Tenant <<CANTONESE>>, HKID <<HK_ID>>, moves the CLP account from <<TOWN_HK>> to <<HOME_HK>>.",
    "Booking agent: passenger <<PINYIN>>, passport <<CN_PASSPORT>>, WeChat phone <<PHONE_CN>>, arriving on the night flight.",
    # Hindi, Korean, Japanese and Persian of people who live there
    "नमस्ते, मेरा नाम <<full:hi_IN>> है, मेरा फ़ोन नंबर <<PHONE_UK>> है और पार्सल नहीं मिला।",
    "안녕하세요, <<full:ko_KR>>입니다. 주문 취소 부탁드려요. 연락처는 <<PHONE_US>>, 이메일은 <<MAIL>>입니다.",
    "こんにちは、<<full:ja_JP>>と申します。航空券の領収書を<<MAIL>>に送ってください。",
    "سلام، من <<full:fa_IR>> هستم، بسته‌ام به <<HOME_DE>> نرسیده، شماره من <<PHONE_DE>> است.",
)
