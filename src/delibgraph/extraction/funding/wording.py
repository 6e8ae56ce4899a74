"""Words beside a sum of money that tell what it is: given, asked for, a part, a price. All on folded text."""

from __future__ import annotations

import regex

GIVING = regex.compile(
    r"(?<!\w)(?:affect(?=(?:e|er|ent)[ ]+(?:la|une|cette)[ ]+somme(?!\w))|"
    r"adopt(?=ee?s?[ ](?:par[ ]\d|a[ ]l'unanimite))|"
    r"accord|attribu|allou|octro[iy]|vers(?=[eé])|abond|particip|vot(?=e)|approuv|autoris|decid|approbation|"
    r"reti(?=en(?:t|nent)[ ,][^.;€]{0,30}(?:la[ ]somme|le[ ]montant)[ ]d)|"
    r"finance|subventionne|individualis|fixe|adher|cotis|soutien|complet(?=e[rn]?t?[ ]+(?:par|la|le)[ ])|lire(?!\w))\w*"
)
PAYING = regex.compile(
    r"(?<!\w)(?:accord|attribu|allou|octro[iy]|vers(?=[eé])|abond|particip|vot(?=e)|finance|subventionne|"
    r"individualis|donn|reti(?=en(?:t|nent)[ ,][^.;€]{0,30}(?:la[ ]somme|le[ ]montant)[ ]d)|"
    r"(?:autoris|approuv|consent)(?=\w*[ ](?:une|cette|des|ces)[ ]avances?(?!\w))|"
    r"lire(?!\w)|affect(?=(?:e|er|ent)[ ]+(?:la|une|cette)[ ]+somme(?!\w)))\w*"
)
"""Verbs that give by themselves, where nothing calls the sum a grant."""
REVISED = regex.compile(r"(?<!\w)(?:port|ramen|revis|relev|reevalu|augment|major)(?:e|er|ee|ant)[^.;:€]{0,40}[ ]a[ ]+$")
"""Verbs that set a sum anew ("décide de la réviser à 800 €")."""
NO_GRANT = regex.compile(
    r"chiffre[ ]+d'affaires|virements?(?!\w)|volume[ ]+d'achat|budget[ ]+(?:previsionnel|global|total)|"
    r"(?<!s)cout|loyers?|"
    r"emprunt|marche|"
    r"recettes?|depenses?[ ]+(?!correspondante)|prets?(?!\w)|garanti\w*|(?<!(?:financement|participation|subvention|"
    r"contribution|"
    r"aide)[ ])total|montant[ ]+global|enveloppe|estime|ventes?|prix|demandee?[ ]*:|"
    r"(?:investissements?|depenses?|assiette|base|montants?|cout)[ ]+(?:eligibles?|subventionnables?)|montants?[ ]"
    r"+max(?:imum)?[ .:]*$|taux[ ]+d'aide|(?:programme|plan|credit|fonds|dotation)[ ]+(?:global|"
    r"pluriannuel|total)e?|autorisations?[ ]+(?:de[ ]+programme|d'engagement)|autofinancement|reste[ ]+a[ ]+charge|"
    r"(?<!\w)(?:a|ont|avait|est|sera)[ ]+(?:ete[ ]+)?(?:vote|inscrit|ouvert|prevu)e?[ ]+un[ ]+credit(?!\w)|"
    r"appels?[ ]+(?:de|a)[ ]+(?:participation|cotisation|contribution)s?|"
    r"ce[ ]+qui[ ]+port(?:e|era|erait)(?!\w)(?![^.;]*(?<!\w)de[ ]\d)|"
    r"mise[ ]+a[ ]+disposition[^.;:€]{0,50}(?:valoris|estim|evalu|chiffr)ee?s?[ ]a|"
    r"(?<!\w)sur[ ]+(?:la|sa|une)[ ]+(?:subvention|dotation)(?:[ ]+(?:de[ ])?20\d\d)?[ ]+"
    r"(?:de|d'un[ ]+montant[ ]+de)[ ]+$"
)
"""What stands before a sum that is nobody's grant."""
NO_GRANT_REACH = 60
PARTED = regex.compile(r"(?<!\w)dont[ ]+(?:une?[ ]+(?:part|partie|tranche)[ ]+de[ ]+)?$")
"""A part of a grant, told by its use ("dont 2 000 € d'investissement")."""
USED = regex.compile(
    r"[ ]*(?:,[ ])?(?:pour[ ]+(?:sa|son|ses|leurs?|une?|des)|destinee?s?|affectee?s?|consacree?s?|reservee?s?|"
    r"au[ ]+titre|de|d'[ ]?\w)(?!\w{2})"
)
"""What a part is for, right behind it: it goes to nobody else ("dont 900 € pour sa participation au salon")."""
EQUAL_PARTS = regex.compile(
    r"(?<!\w)(?:en[ ]+(?:\w+|\d+)[ ]+(?:versements?|tranches?|fractions?|echeances?|fois|mensualites|"
    r"annuites|acomptes?|parts)"
    r"(?:[ ]+egaux|[ ]+egales)?(?:[ ]+(?:de|d')|[ ]*[:(,][ ]*(?:[^.;:]{0,40}[ ])?)|"
    r"en[ ]+(?:deux|trois|quatre|\d)[ ]+(?:versements|tranches|fractions|echeances|fois|"
    r"acomptes|parts)[ ]*[:(][^.;]*)[ ]*$"
)
"""The parts of a grant ("en trois versements de 3 000 €")."""
INSTALMENT = regex.compile(
    r"(?<!\w)(?:acomptes?|solde|avance|tranches?|echeances?|mensualites?|trimestr\w+|"
    r"versements?(?![ ]+(?:d'une?|de[ ]la|de[ ]cette|d'|des)[ ]?(?:subvention|aide|participation|somme|dotation|"
    r"cotisation))|\d[ ]?%[^.;]{0,60})"
    r"(?!\w)[^.;€]{0,60}$"
)
GIVEN_BY = regex.compile(
    r"[^.;€]{0,40}?(?<!\w)(?:attribue|accorde|verse|alloue|octroye|finance|perc?u|recu|obtenu|notifie)e?s?[ ]+"
    r"(?:par|de)[ ]+(?!(?:la[ ]|le[ ]|l')?(?:budget|deliberation|decision|arrete|collectivite|"
    r"conseil[ ]municipal|(?:commune|ville)(?![ ]d)))(?:l'|la|le|les|d)"
)
"""Money that others give ("une subvention de 50 000 € accordée par le Département")."""
WHOLE = regex.compile(r"[ ]*(?:le|son|leur)[ ]+(?:montant[ ]+)?(?:total|cumul)(?!\w)")
"""What calls the sum before it a total ("portant à 2 700 € le total des aides")."""
MULTIPLIED = regex.compile(r"[ ]*(?:x|×|\*)[ ]*\d")
"""What calls the sum before it a price by unit ("1,20 € x 9 885 habitants")."""
BY_COUNT = regex.compile(
    r"(?<!\w)(?!(?:1|12|24)[ ]mois)\d{1,3}[ ](?!voix|pour|contre|votes?|abst|jours|euros|millions)\p{L}{4,}"
    r"(?:[ ](?:de|d'|du|des|en)?[ ]?\p{L}{4,})?[ ]a[ ]$"
)
"""What calls the sum behind it a price by unit ("40 suivis à 300 €")."""
CHARGED = regex.compile(
    r"[^.;:€]{0,40}?(?<!\w)(?:demandee?s?|reclamee?s?|facturee?s?|percue?s?|acquittee?s?|versee?s?)[ ]+"
    r"(?:a[ ]+(?:chaque|chacun)|aux?[ ]+(?:conjoint|accompagnant|participant|invite|famille|parent|usager|"
    r"locataire|occupant|convive|exterieur|adulte|enfant)|par[ ]+(?:chaque|les?[ ](?:conjoint|accompagnant|"
    r"participant|invite|famille|parent|usager|locataire|occupant|convive)))"
)
"""What calls the sum before it a price that people pay ("une participation de 10 € sera demandée aux conjoints")."""
RECKONED_FROM = regex.compile(r"[ ]*,[ ]*(?:au[ ]+)?taux[ ]")
"""What calls the sum before it the base of a rate ("45 000 €, taux 30 %")."""
CONTRACT = regex.compile(
    r"(?<!\w)(?:marches?|devis|travaux|offres?|fournitures?|acqui(?:sition|erir|ert)|achats?|honoraires|oeuvre|"
    r"bail|loyers?|"
    r"(?<!\d[ ])entreprises?|h\.?t|t\.?t\.?c|credits?|virements?|emprunts?|tarifs?|recettes?|depenses|section|"
    r"indemnites?|cautions?|"
    r"lots?|missions?(?![ ]+locale)|remises?|compensation|parcelles?|terrains?|vehicules?|location|amortissements?|"
    r"redevances?|cession|vente|prestations?|factures?|mise[ ]+a[ ]+disposition|garanti\w+|prets?|avenants?|"
    r"frais[ ]+de[ ]+dossier|notaire|remunerations?|salaires?|avocats?|maitre)(?!\w)"
)
"""What a sentence speaks of that pays, buys or budgets; a sum in it is a grant only where it is called one."""
CALLED = regex.compile(
    r"(?<!\w)(?:(?:subvention|cotisation|adhesion|participation|contribution|aide|concours|dotation)s?|"
    r"financement[ ]+total)(?!\w)[^.;:,\n]{0,45}$"
)
COMES_TO = regex.compile(
    r"(?<!\w)(?:subvention|cotisation|participation|contribution|aide|dotation)(?!\w)"
    r"[^.;\n]{0,120}(?:(?<!\w)(?:s'eleve|se[ ]monte|est[ ]fixee?|est[ ]arretee?)[ ]+a|(?<!\w)est[ ]de|[ ,]soit)[ ]*$"
)
"""A taxed sum is a price, unless it is called something that is given."""
GIVEN_AS = regex.compile(
    r"(?<!\w)(?:attribu|accord|allou|octro[iy]|vers|vot)(?:e|er|ent)"
    r"(?:[ ]+(?:a[ ]+(?:l'unanimite|la[ ]+majorite)|(?:pour|au[ ]titre[ ]de)[ ]+(?:la[ ]+saison|l'annee|"
    r"l'exercice|20)[^.;:\n€]{0,30})|[ ]+a[ ]+(?:chaque|chacune?)[ ][^.;:\n]{3,60})?[ ]*:"
)
"""A verb that opens a list by itself."""
ADDED = regex.compile(
    r"[^.;:€]{0,60}?,?[ ]+(?:auxquel(?:le)?s|a[ ]laquelle|a[ ]quoi)[ ]+(?:s'ajout\w+|(?:vient|viendra|viendront|"
    r"viennent)[ ]s'ajouter)[ ]+"
)
"""What leads from a grant to more for the same ("900 €, auxquels s'ajouteront 200 €")."""
AND_ONE_MORE = regex.compile(
    r"[ ]*(?:,|et|ainsi[ ]+que)[ ]+(?:d'[ ]?)?une?[ ]+(?:subvention|aide|participation|dotation|contribution)"
    r"[^.;:,€]{0,40}$"
)
"""What leads from a grant to a second one, of another kind, to the same beneficiary."""
POINTED = regex.compile(r"(?:cette|cet|ce|ces|celle|celui|même|dite?)(?!\w)")
TO_THEM = regex.compile(
    r"(?<!\w)lui[ ]+(?:\p{L}+[ ]+){0,2}?(?:accord|attribu|allou|octroy|octroi|vers|donn)\w*[^.;]{0,60}$"
)
"""Who was named last gets the sum ("décide de lui verser 500 €")."""
