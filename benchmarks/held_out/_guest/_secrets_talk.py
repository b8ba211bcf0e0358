"""Carriers: what people say to each other and to agents."""

from typing import Final

TALK: Final = (
    ("The PMS password at the front desk is @@, please change it after your shift.", "word_hotel"), ("hey can u log me in to the booking site, my pass is @@ thx", "word_club"), ("La contraseña del sistema de la farmacia es @@, avísame si no entra.", "word_mexican"),
    ("clave del wifi del set: @@", "word_film"), ("Oi, a senha do portal do aluno é @@, pode testar?", "word_portuguese"), ("Senha nova: @@ (troque no primeiro acesso)", "word_portuguese"), ("Nenosiri la mfumo wa ghala ni @@, usimpe mtu mwingine.", "word_swahili"),
    ("Kata sandi akun gudang: @@", "word_indonesian"), ("Passwordnya @@ ya kak, tolong dicek", "word_indonesian"), ("Ang password ng crew portal ay @@, pakipalitan agad.", "word_tagalog"), ("Mật khẩu đăng nhập hệ thống cảng là @@", "word_vietnamese"),
    ("Lösenordet till medlemsregistret är @@, hälsar kansliet", "word_swedish"), ("Passordet til kassen er @@.", "simple"), ("Adgangskoden til klubbens computer er @@.", "simple"), ("Varausjärjestelmän salasana on @@, vaihda se pian.", "word_finnish"), ("Lykilorðið er @@", "simple"),
    ("Le mot de passe du dossier client est @@.", "word_french"), ("รหัสผ่านเครื่องหน้าร้านคือ @@", "simple"), ("የይለፍ ቃል: @@", "simple"), ("Die wagwoord vir die plaasrekenaar is @@.", "word_farm"), ("Kata laluan sistem pelabuhan: @@", "simple"),
    ("Your verification code is @@. It expires in 10 minutes. Do not share it.", "code_mfa"), ("Su código de verificación es @@", "code_mfa"), ("Seu código de acesso: @@. Não compartilhe.", "code_mfa"), ("Din engångskod är @@", "code_mfa"), ("The office safe opens with @@, tell nobody", "code_safe"),
    ("alarm code for the stables is @@", "pin"), ("WordPress application password for the charity site: @@", "wordpress_app"), ("Recovery phrase of the studio wallet: @@", "seed_twelve"), ("e-filing login: user chambers, password @@", "word_law"), ("crane HMI: admin / @@", "word_port"), ("I pasted the key in the wrong chat, sorry: @@", "github_classic"), ("Can you rotate this one for me? @@ was in the call sheet PDF", "stripe_live"),
    ("Backup code @@ still works for the registrar's account", "backup_code"), ("The library proxy uses the shared secret @@ for RADIUS.", "long_random"),
)  # fmt: skip
