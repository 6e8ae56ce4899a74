"""Sums and names that follow one another in prose: one name for many sums, one sum for many names, news of lists."""

from __future__ import annotations

import pytest

from tests.extraction.granted import DECIDES, Cases, granted, listed

ONE_NAME: Cases = [
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}attribue :\n- au collège Aubrac : 2 400 € pour le voyage en Irlande, 1 500 € pour la classe "
        "de neige et 300 € pour le ciné-club ;\n- au lycée Monge : 900 € pour le théâtre.",
        "collège Aubrac = 2400 | collège Aubrac = 1500 | collège Aubrac = 300 | lycée Monge = 900",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}accorde à l'Amicale du Bief 500 € pour le loto et 300 € pour le feu d'artifice.",
        "Amicale du Bief = 500 | Amicale du Bief = 300",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}décide de verser à l'association Les Pinsons : 500 € pour le fonctionnement, 300 € pour le "
        "festival et 150 € pour le bulletin.",
        "Les Pinsons = 500 | Les Pinsons = 300 | Les Pinsons = 150",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Aides votées : au collège Aubrac, 2 400 € pour un séjour en Irlande, 1 500 € pour la classe de neige "
        f"; au Foyer rural, 300 € pour le matériel.\n{DECIDES}adopte ces propositions.",
        "collège Aubrac = 2400 | collège Aubrac = 1500 | Foyer rural = 300",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}attribue à l'Amicale du Bief une subvention de fonctionnement de 500 €, une subvention "
        "d'investissement de 300 € et une aide exceptionnelle de 150 €.",
        "Amicale du Bief = 500 | Amicale du Bief = 300 | Amicale du Bief = 150",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}attribue les subventions suivantes :\nAmicale du Bief : 500 € (fonctionnement), 300 € "
        "(tournoi)\nVélo Club : 200 € (fonctionnement), 90 € (course)",
        "Amicale du Bief = 500 | Amicale du Bief = 300 | Vélo Club = 200 | Vélo Club = 90",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}alloue à la Chorale Arioso 400 € au titre du fonctionnement ainsi que 250 € au titre du "
        "concert de Noël.",
        "Chorale Arioso = 400 | Chorale Arioso = 250",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}attribue à l'association Les Pinsons les aides suivantes :\n- 500 € pour le "
        "fonctionnement,\n- 300 € pour le festival,\n- 150 € pour le bulletin.",
        "Les Pinsons = 500 | Les Pinsons = 300 | Les Pinsons = 150",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}attribue au Vélo Club du Bief deux subventions : l'une de 500 € pour son fonctionnement, "
        "l'autre de 300 € pour la course du 14 juillet.",
        "Vélo Club du Bief = 500 | Vélo Club du Bief = 300",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        "Subventions votées à l'unanimité : Amicale du Bief, 500 € pour le loto et 300 € pour le bal ; Vélo "
        "Club, 200 € ; Judo, 150 €.",
        "Amicale du Bief = 500 | Amicale du Bief = 300 | Vélo Club = 200 | Judo = 150",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}attribue une subvention de 500 € à l'Amicale du Bief pour le loto et une autre de 300 € pour "
        "le bal.",
        "Amicale du Bief = 500 | Amicale du Bief = 300",
    ),
]
"""Several sums go to one name."""

ONE_SUM: Cases = [
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}décide d'attribuer 129 € à l'Amicale du Bief, à la Chorale Arioso, au Vélo Club.",
        "Amicale du Bief = 129 | Chorale Arioso = 129 | Vélo Club = 129",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}attribue 129 € à l'Amicale du Bief, à la Chorale Arioso et au Vélo Club ; 300 € au Foyer rural.",
        "Amicale du Bief = 129 | Chorale Arioso = 129 | Vélo Club = 129 | Foyer rural = 300",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        "Subventions votées : 100 € aux Scouts de Brume, au Souvenir du Bief et à l'Aviron ; 50 € à la "
        "Prévention routière, à la Ligue du souffle ; 700 € au Comité des fêtes.\nAdopté à l'unanimité.",
        "Scouts de Brume = 100 | Souvenir du Bief = 100 | Aviron = 100 | Prévention routière = 50 | Ligue du "
        "souffle = 50 | Comité des fêtes = 700",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}attribue 150 € chacune à l'Amicale du Bief et à la Chorale Arioso.",
        "Amicale du Bief = 150 | Chorale Arioso = 150",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        f"{DECIDES}vote les subventions suivantes :\n- 100 € : Amicale du Bief, Chorale Arioso, Vélo Club\n- "
        "200 € : Foyer rural, Judo Club",
        "Amicale du Bief = 100 | Chorale Arioso = 100 | Vélo Club = 100 | Foyer rural = 200 | Judo Club = 200",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        f"{DECIDES}vote les subventions suivantes :\nAmicale du Bief, Chorale Arioso, Vélo Club : 100 € "
        "chacun\nFoyer rural : 200 €",
        "Amicale du Bief = 100 | Chorale Arioso = 100 | Vélo Club = 100 | Foyer rural = 200",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}accorde une subvention de 100 € à chacune des associations suivantes : Amicale du Bief, "
        "Chorale Arioso, Vélo Club.",
        "Amicale du Bief = 100 | Chorale Arioso = 100 | Vélo Club = 100",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}accorde à l'Amicale du Bief, à la Chorale Arioso et au Vélo Club une subvention de 100 € chacun.",
        "Amicale du Bief = 100 | Chorale Arioso = 100 | Vélo Club = 100",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Une subvention identique de 80 € est accordée à l'Amicale du Bief, à la Chorale Arioso et au Vélo "
        "Club. Adopté.",
        "Amicale du Bief = 80 | Chorale Arioso = 80 | Vélo Club = 80",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}accorde 200 € à l'Amicale du Bief et autant à la Chorale Arioso.",
        "Amicale du Bief = 200 | Chorale Arioso = 200",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        f"{DECIDES}accorde 200 € à l'Amicale du Bief ainsi qu'à la Chorale Arioso.",
        "Amicale du Bief et Chorale Arioso = 200",
    ),
]
"""As much goes to several names."""

NEWS: Cases = [
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        "L'adjointe propose d'accorder : 70 € à la pêche, 250 € aux archers, 2 800 € (dont 900 € pour les "
        "jeunes) au rugby, 450 € à la danse, pour Entraide du Bief : 320 €, le hand : 1 150 €, Les Voix du "
        "moulin : 380 €, la fanfare Le Ru : 410 € et la Croix-Verte : 90 €.\nLe conseil municipal s'est dit "
        "d'accord par 11 voix pour, 2 contre.",
        "pêche = 70 | archers = 250 | rugby = 2800 | danse = 450 | Entraide du Bief = 320 | hand = 1150 | "
        "Les Voix du moulin = 380 | fanfare Le Ru = 410 | Croix-Verte = 90",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        "Réuni le 14 mars, le conseil municipal a voté les subventions aux associations locales.\n\nLe "
        "bridge, 120 € ; Arpège, 640 € ; La boule du Bief, 210 € ; Trail, 330 € (+250 € si le tour a lieu) ; la "
        "Palette, 275 €, le Cercle du Bief, 1 450 €, TC Briol, 1 900 € ; Chasse, 310 €, Club tricot, 85 €.",
        "Le bridge = 120 | Arpège = 640 | La boule du Bief = 210 | Trail = 330 | Palette = 275 | Cercle du Bief = "
        "1450 | TC Briol = 1900 | Chasse = 310 | Club tricot = 85",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        "Ont été votées ces subventions de fonctionnement :\n\nAssociation « Les Merles » : 520 "
        "€. Amicale du Bief : 1 240 €. Bief Nautique : 160 €.\n\nDe la communauté de communes, deux associations "
        "reçoivent aussi des subventions intercommunales : danse : 1 720 €, et escrime : 830 €.",
        "Les Merles = 520 | Amicale du Bief = 1240 | Bief Nautique = 160",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        "Les subventions 2023 ont été votées à l'unanimité : Comité des fêtes 500 €, Foyer rural 300 €, "
        "coopérative scolaire 250 €.",
        "Comité des fêtes = 500 | Foyer rural = 300 | coopérative scolaire = 250",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Subventions. Le conseil vote les subventions suivantes : Comité des fêtes, 500 €; ADMR, 300 €; Foyer "
        "rural, 150 €; Donneurs de sang, 50 €.",
        "Comité des fêtes = 500 | ADMR = 300 | Foyer rural = 150 | Donneurs de sang = 50",
    ),
    (
        "SUBVENTIONS AUX ASSOCIATIONS",
        "Sport : foot 1 500 €, tennis 400 €, judo 200 €. Culture : chorale 300 €, théâtre 250 €. Social : "
        "Restos du Bief 100 €.\nLe conseil adopte à l'unanimité ces subventions.",
        "foot = 1500 | tennis = 400 | judo = 200 | chorale = 300 | théâtre = 250 | Restos du Bief = 100",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Côté subventions, l'Amicale du Bief reçoit 500 €, le Vélo Club 300 €, la Chorale Arioso 250 €. Adopté "
        "à l'unanimité.",
        "Amicale du Bief = 500 | Vélo Club = 300 | Chorale Arioso = 250",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Le conseil a décidé d'octroyer 500 euros à l'ADMR, 300 euros au Foyer rural, 50 euros à l'AFM.",
        "ADMR = 500 | Foyer rural = 300 | AFM = 50",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Une subvention de 500 € est accordée au Foyer rural, de 300 € à l'ADMR et de 50 € à l'AFM. Adopté.",
        "ADMR = 300 | Foyer rural = 500 | AFM = 50",
    ),
    (
        "ENTRETIEN DES CHEMINS RURAUX",
        "Au titre du fonds d'amorçage, une aide de 35 000 euros à la SAS Sylvor. Elle fabrique des "
        "cagettes.\n\n- Une subvention de 1 870 euros à l'entreprise Lambrel, qui expose à une foire.\n\n- "
        "Une subvention de 28 000 euros à l'association Numéribief pour sa rencontre annuelle.\n\nAdopté à "
        "l'unanimité.",
        "SAS Sylvor = 35000 | Lambrel = 1870 | Numéribief = 28000",
    ),
]
"""Lists as reports of a sitting tell them."""


@pytest.mark.parametrize(("title", "text", "expected"), ONE_NAME)
def test_one_name(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)


@pytest.mark.parametrize(("title", "text", "expected"), ONE_SUM)
def test_one_sum(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)


@pytest.mark.parametrize(("title", "text", "expected"), NEWS)
def test_news(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)
