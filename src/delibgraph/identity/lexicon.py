"""Word lists: frequent given names, French places, legal forms and the little words of names.

All words stand as :func:`delibgraph.identity.names.words` writes them. The given names tell which end of "Durand
Gilles" is the surname where capitals do not; a name that is missing can cost a join, it never makes one.
"""

from __future__ import annotations

from delibgraph.identity.names import words

_MEN = """
abdel adrien ahmed alain alban albert alex alexandre alexis ali alphonse amaury andre ange anthony antoine antonin
antonio arnaud arthur aurelien axel baptiste barthelemy bastien benjamin benoit bernard bertrand brice bruno camille
cedric charles christian christophe claude clement corentin cyril cyrille damien daniel david denis didier dimitri
dominique dylan eddy edouard elie emile emmanuel enzo eric erwan etienne eugene fabien fabrice felix fernand florent
florian francis francisque franck francois frank fred frederic gabriel gael gaetan gaston georges gerald gerard
germain ghislain gilbert gilles gregoire gregory guillaume guy gwenael hamid henri herve hubert hugo hugues ismael
ivan jacky jacques jean jeremie jeremy jerome joachim joel johan johann jonathan jordan jose joseph jules julien
kamel karim kevin khaled laurent leo leon lionel loic louis luc lucas lucien ludovic malik manuel marc marcel marin
mario martial martin mathieu mathis matthieu maurice max maxence maxime mehdi michael michel mickael mikael mohamed
mohammed morgan mourad nabil nathan nicolas noel norbert olivier omar oscar pascal patrice patrick paul philippe
pierre quentin rachid raoul raphael raymond regis remi remy rene richard robert robin rodolphe roger roland romain
romuald ronan said samir samuel sebastien serge simon stephane steve sylvain theo theodore theophile thibaud
thibault thibaut thierry thomas timothee tristan valentin victor vincent vivien william xavier yann yannick yvan
yves yvon zinedine
"""
_WOMEN = """
adele adeline agathe agnes alexandra alice alicia aline alix amandine amelie anais andrea andree angele angelique
anita anna anne annette annick annie antoinette arlette astrid audrey aurelie aurore axelle beatrice benedicte
bernadette berthe blandine brigitte carine carole caroline catherine cathy cecile celia celine chantal charlene
charlotte chloe christel christelle christiane christine chrystelle claire clara clarisse claudette claudie claudine
clemence clotilde colette coline coralie corinne cynthia daniele danielle deborah delphine denise diane dorothee
edith edwige elena eliane elisa elisabeth elise elodie elsa emeline emilie emma emmanuelle estelle esther eugenie
eva eve eveline evelyne fabienne fanny farida fatiha fatima flavie flora florence france francine francoise
frederique gabrielle gaelle genevieve georgette geraldine germaine ghislaine gilberte ginette gisele gwenaelle
helena helene henriette huguette ines irene isabelle jacqueline janine jeanne jeannine jennifer jessica jocelyne
joelle johanna josette josiane judith julia julie juliette justine karen karima karine katia laetitia laura laure
laurence lea leila lena leslie liliane lina lisa louise lucette lucie lucienne lydia lydie lyliane madeleine magali
manon marceline marcelle margaux margot marguerite maria marianne marie marielle marilyne marina marine marion
marlene marthe martine maryline maryse maryvonne mathilde maud melanie melissa michele michelle mireille monique
muriel myriam nadege nadia nadine naima nathalie nelly nicole nina noelle noemie nolwenn nora oceane odette odile
olga olivia ophelie paola pascale patricia paule paulette pauline peggy perrine philomene rachel raymonde rebecca
regine renee rita roberte rolande romane rosa rose roselyne roxane sabine sabrina samia samira sandra sandrine sara
sarah severine siham simone solange solene sonia sophie soraya stella stephanie suzanne suzy sylvette sylvia
sylviane sylvie tatiana teresa therese thi valentine valerie vanessa vera veronique victoria violette virginie
viviane yasmina yolande yvette yvonne zoe zohra
"""
_REGIONS = """
Auvergne-Rhône-Alpes, AURA, Auvergne, Rhône-Alpes, Bourgogne-Franche-Comté, Bourgogne, Franche-Comté, Bretagne,
Centre-Val de Loire, Corse, Grand Est, Alsace, Lorraine, Champagne-Ardenne, Hauts-de-France, Nord-Pas-de-Calais,
Picardie, Île-de-France, Normandie, Basse-Normandie, Haute-Normandie, Nouvelle-Aquitaine, Aquitaine, Limousin,
Poitou-Charentes, Occitanie, Languedoc-Roussillon, Midi-Pyrénées, Pays de la Loire, Provence-Alpes-Côte d'Azur,
PACA, Guadeloupe, Martinique, Guyane, La Réunion, Réunion, Mayotte, France
"""
_DEPARTMENTS = """
Ain, Aisne, Allier,
Alpes-de-Haute-Provence, Hautes-Alpes, Alpes-Maritimes, Ardèche, Ardennes, Ariège, Aube, Aude, Aveyron,
Bouches-du-Rhône, Calvados, Cantal, Charente, Charente-Maritime, Cher, Corrèze, Corse-du-Sud, Haute-Corse,
Côte-d'Or, Côtes-d'Armor, Creuse, Dordogne, Doubs, Drôme, Eure, Eure-et-Loir, Finistère, Gard, Haute-Garonne, Gers,
Gironde, Hérault, Ille-et-Vilaine, Indre, Indre-et-Loire, Isère, Jura, Landes, Loir-et-Cher, Loire, Haute-Loire,
Loire-Atlantique, Loiret, Lot, Lot-et-Garonne, Lozère, Maine-et-Loire, Manche, Marne, Haute-Marne, Mayenne,
Meurthe-et-Moselle, Meuse, Morbihan, Moselle, Nièvre, Nord, Oise, Orne, Pas-de-Calais, Puy-de-Dôme,
Pyrénées-Atlantiques, Hautes-Pyrénées, Pyrénées-Orientales, Bas-Rhin, Haut-Rhin, Rhône, Haute-Saône, Saône-et-Loire,
Sarthe, Savoie, Haute-Savoie, Paris, Seine-Maritime, Seine-et-Marne, Yvelines, Deux-Sèvres, Somme, Tarn,
Tarn-et-Garonne, Var, Vaucluse, Vendée, Vienne, Haute-Vienne, Vosges, Yonne, Territoire de Belfort, Essonne,
Hauts-de-Seine, Seine-Saint-Denis, Val-de-Marne, Val-d'Oise
"""
_EVERYDAY = """
aappma ac acca accueil action adapei adil admr adulte afm afn age agee agree agricole agriculteur aide aine air amap
ami amical amicale amitie anacr ancien animation ape apel apf artisan artiste as asa asc aspa asso association
atelier athletique athletisme atsem auberge autonome avenir badminton basket batterie bc benevole bibliotheque boule
bourg boxe boxing bridge caisse cancer canoe cantine canton cantonal catholique ccas centre cercle chant chasse
chasseur chorale cias cidff cij cine cinema civil civile clic club coeur college combattant comite commercant
commercial commission commun communal communale commune compagnie confrerie coop cooperative coordination cos
couture creche croix cs culture culturel culturelle cuma cyclisme cyclo cyclotourisme danse defense detente domicile
don donneur ecole ecurie education eglise ehpad elementaire eleve enfance enfant ensemble entente entraide
entreprise environnement equestre equipe es escrime espace etablissement etoile etudiant europeen familial familiale
famille fanfare fc fcpe federation feminin femme ferme fete fnaca fnath foot football footballeur formation foyer
foyers francais francaise futsal garderie gdsa gestion golf groupe groupement gvt gym gymnaste gymnastique habitant
halte hameau hand handball handicape harmonie hbc hippique histoire historique hockey hopital initiative insertion
intercommunal intercommunale interet jardin jardinier jcs jeu jeune jeunesse js jsp judo jumelage karate laique
lecture libre ligue local locale locataire loisir ludotheque lutte lycee maison malade mam marche marcheur
maternelle mediatheque medical mere mfr milieu mission mja mjc moto mouvement multisport municipal municipale musee
musical musicale musicien musique mutuelle natation nation nature nautique notre oc occe office ogec olympique omc
omnisport oms orchestre organisme otsi ouvrier parent paroisse paroissial patrimoine patronage peche pecheur
pedagogique peep pere periscolaire personne personnel petanque petit petite philharmonique photo physique ping plein
point police pompier pong populaire port prevention primaire prisonnier prive privee professionnel protection public
publique pupille quartier racing radio ram randonnee randonneur rased rc refuge regie regroupement relais rentree
reseau residence restaurant resto retraite roller rouge route routier routiere rpi rugby rural rurale saad samu sang
sanitaire sante sapeur sauvegarde sauveteur sc scolaire scout sdis secouriste secours secteur section senior service
sinistre ski social sociale societe solidaire solidarite soutien souvenir spa sport sportif sportive ssiad stade
syndicat table tarot taurin tc telethon tennis territoire theatral theatre tiers tir tourisme touristique travail
troisieme troupe udaf udsp ufolep umc una unapei unc uncafn union universitaire unss us usep vacance vbc veteran
veuve vie vieux village ville vivre voile volley volontaire yoga zumba
"""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


GIVEN_NAMES = _set(_MEN + _WOMEN)
"""Given names that officials often bear."""

PARTICLES = _set("d da de del der des di dit dite do dos du el ep epouse la le les nee van veuve von vve y zu")
"""Words in the middle of a person's name that are neither given name nor surname alone."""

_NUMBERS = [f"{n:02}" for n in range(1, 20)] + ["2A", "2B"] + [str(n) for n in range(21, 96)]
DEPARTMENTS = dict(zip((words(name) for name in _DEPARTMENTS.split(",")), _NUMBERS, strict=True))
"""The official numbers of the departments of the mainland and Corsica, by their names as tuples of words."""

PLACES = frozenset(words(place) for place in _REGIONS.split(",")).union(DEPARTMENTS)
"""Regions, old and new, and departments, each a tuple of words."""

LITTLE_WORDS = _set("a au aux d de des du en et l la le les")
"""Articles and prepositions."""

EVERYDAY = _set(_EVERYDAY)
"""Words, singular, that say what an organisation is and never which; acronyms of networks with local branches."""

INSTITUTIONS = _set(
    "agglomeration communaute departement eurometropole metropole pole regie region syndicat territoire"
)
"""First words of the names of bodies that are no communes."""

LEGAL_FORMS = _set("sa sas sasu sarl selarl eurl earl gaec gie sci scic scop scea snc")
"""Abbreviated legal forms of companies and cooperatives."""


def is_given(name: str) -> bool:
    """Whether the word is a frequent given name, or a compound that begins with one ("Paul-Henri")."""
    return bool(parts := words(name)) and parts[0] in GIVEN_NAMES
