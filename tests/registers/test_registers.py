"""Registers in their official columns, with invented rows: recognised, read in any encoding, held against the graph."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from delibgraph.cli.main import group
from delibgraph.facts import Act, Attendance, Deliberation, Funding, Organisation, Sitting
from delibgraph.identity import resolve
from delibgraph.registers import Consulted, RegisterError, consult, recognise
from delibgraph.registers.files import iso

duckdb = pytest.importorskip("duckdb")

COMMUNAL = (
    "Code du département;Libellé du département;Code de la collectivité à statut particulier;Libellé de la "
    "collectivité à statut particulier;Code de la commune;Libellé de la commune;Nom de l'élu;Prénom de l'élu;Code "
    "sexe;Date de naissance;Lieu de naissance;Code de la catégorie socio-professionnelle;Libellé de la catégorie "
    "socio-professionnelle;Date de début du mandat;Libellé de la fonction;Date de début de la fonction;Code "
    "nationalité",
    "42;Loire;;;42399;Trelles;QUINEZ;Zoé;F;{birth};;47;Techniciens;{start};Maire;{start};FR",
    "42;Loire;;;42399;Trelles;BÉRARD;Françoise;F;{birth};;47;Techniciens;{start};;{start};FR",
    "31;Haute-Garonne;;;31399;Trelles;MARVAC;Guy;M;{birth};;47;Techniciens;{start};;{start};FR",
)
EPCI = (
    "Code du département;Libellé du département;N° SIREN;Libellé de l'EPCI;Code de la commune de rattachement;Libellé "
    "de la commune de rattachement;Nom de l'élu;Prénom de l'élu;Code sexe;Date de naissance;Date de début du "
    "mandat;Libellé de la fonction;Date de début de la fonction",
    "42;Loire;244203019;CC du Val de Trelles;42399;Trelles;OVIDAL;Luc;M;{birth};{start};Président du conseil;{start}",
)
DEPARTMENTAL = (
    "Code du département;Libellé du département;Code du canton;Libellé du canton;Nom de l'élu;Prénom de l'élu;Code "
    "sexe;Date de naissance;Date de début du mandat;Libellé de la fonction;Date de début de la fonction",
    "42;Loire;4201;Trelles;FLERAS;Anne;F;{birth};{start};;{start}",
)
REGIONAL = (
    "Code de la région;Libellé de la région;Code de la section départementale;Libellé de la section départementale;Nom "
    "de l'élu;Prénom de l'élu;Code sexe;Date de naissance;Date de début du mandat;Libellé de la fonction;Date de début "
    "de la fonction",
    "84;Bretagne;8442;Loire;SEGIN;Paul;M;{birth};{start};;{start}",
)
SIRENE = (
    "siren,statutDiffusionUniteLegale,dateCreationUniteLegale,sigleUniteLegale,identifiantAssociationUniteLegale,"
    "dateDernierTraitementUniteLegale,etatAdministratifUniteLegale,denominationUniteLegale,"
    "denominationUsuelle1UniteLegale,categorieJuridiqueUniteLegale,nicSiegeUniteLegale",
    "732829320,O,1990-01-01,,,2024-03-01T09:00:00,A,MECALOIRE,,9220,00074",
    "552100554,O,1990-01-01,FBR,,2023-01-01T09:00:00,A,FONDERIES BRÉVARD,,5710,00021",
    "443061841,O,1990-01-01,,,2023-01-01T09:00:00,C,OPENSCOP,,5710,00021",
    "317569188,O,1990-01-01,,,2023-01-01T09:00:00,A,GRAND LARGE,,5710,00021",
    "317569196,O,1990-01-01,,,2023-01-01T09:00:00,A,GRAND LARGE,,5710,00021",
)
RNA = (
    "id;id_ex;siret;rup_mi;gestion;date_creat;date_publi;nature;groupement;titre;titre_court;objet;adrs_libcommune;"
    "position;maj_time",
    "W423001234;;;;;1990-01-01;;D;S;ASSOCIATION LES PETITS TABLIERS;;Couture;TRELLES;A;2024-02-03 10:00:00",
    "W423001235;;;;;1990-01-01;;D;S;COMITE DES FETES;;Fêtes;TRELLES;A;2024-02-03 10:00:00",
    "W313001235;;;;;1990-01-01;;D;S;COMITE DES FETES;;Fêtes;LYRAC;A;2024-02-03 10:00:00",
    "W423001236;;;;;1990-01-01;;D;S;HETRES VIVANTS;;Arbres;TRELLES;D;2024-02-03 10:00:00",
)
BANATIC = (
    "Région siège;Département siège;Commune siège;N° SIREN;Nom du groupement;Nature juridique;Mode de financement",
    "84;42;Trelles;244203019;CC du Val de Trelles;CC;FPU",
)
TABLES = {
    "rne-communal": COMMUNAL,
    "rne-epci": EPCI,
    "rne-departmental": DEPARTMENTAL,
    "rne-regional": REGIONAL,
    "sirene": SIRENE,
    "rna": RNA,
    "banatic": BANATIC,
}
DATES = {"birth": "12/05/1970", "start": "18/05/2020"}
ISO = {"birth": "1970-05-12", "start": "2020-05-18"}


def _write(path: Path, rows: Sequence[str], encoding: str = "utf-8", dates: dict[str, str] = DATES) -> Path:
    text = "\n".join(rows).format(**dates) + "\n"
    path.write_bytes(text.encode(encoding))
    return path


def _act(
    number: int, body: str, members: Sequence[tuple[str, str]] = (), granted: Sequence[str] = (), **sitting: str
) -> Act:
    attendance = tuple(Attendance(name, "present", (n, n + 1), civility) for n, (name, civility) in enumerate(members))
    funding = tuple(Funding(name, 100.0, "granted", (0, 1)) for name in granted)
    organisations = tuple(Organisation(name, (7, 9)) for name in granted)
    about = Sitting(body, organ="Conseil municipal", attendance=attendance, **sitting)  # type: ignore[arg-type]
    return Act(
        f"{number}.txt",
        f"{number:064}",
        about,
        deliberations=(Deliberation((0, 1), funding=funding, organisations=organisations),),
    )


def _consulted(path: Path, *acts: Act) -> Consulted:
    return consult([path], resolve(acts))


def _about(consulted: Consulted) -> dict[str, str]:
    return {row.about: row.number for row in consulted.identities.confirmations}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_register_is_told_by_its_columns_in_any_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    assert recognise(_write(tmp_path / "any.csv", TABLES[name], encoding)).format.name == name


def test_a_register_comes_as_parquet_too(tmp_path: Path) -> None:
    source, target = _write(tmp_path / "s.csv", SIRENE), tmp_path / "StockUniteLegale_2024-04-01.parquet"
    duckdb.sql(f"COPY (SELECT * FROM read_csv('{source}', all_varchar=true)) TO '{target}' (FORMAT parquet)")
    found = _consulted(target, _act(1, "Trelles", granted=["Mécaloire"]))
    assert _about(found) == {"organisation/mecaloire": "732829320"}


@pytest.mark.parametrize(("text", "word"), [("a;b\n1;2\n", "no register known"), ("", "cannot be read")])
def test_another_file_is_told_with_what_is_known(tmp_path: Path, text: str, word: str) -> None:
    path = tmp_path / "other.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RegisterError) as told:
        recognise(path)
    assert "other.csv" in str(told.value)


@pytest.mark.parametrize("dates", [DATES, ISO])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_members_are_confirmed_in_their_own_commune(tmp_path: Path, dates: dict[str, str], encoding: str) -> None:
    members = [("Zoé QUINEZ", "Mme"), ("BERARD Françoise", "M."), ("Guy MARVAC", "M.")]
    path = _write(tmp_path / "elus-conseillers-municipaux.csv", COMMUNAL, encoding, dates)
    act = _act(1, "Commune de Trelles", members, siren="214203992")
    found = _consulted(path, act)
    assert set(_about(found)) == {"body/214203992", "person/214203992/zoe-quinez", "person/214203992/berard-francoise"}
    (finding,) = found.findings(act)
    assert (finding.code, finding.span) == ("register-other-civility", (1, 2))
    assert {row.source.date for row in found.identities.confirmations} == {"2020-05-18"}


def test_a_commune_of_two_departments_is_not_guessed(tmp_path: Path) -> None:
    rows = (*COMMUNAL, "38;Isère;;;38399;Lyrac;QUINEZ;Zoé;F;;;;;;;;FR")
    acts = [_act(1, "Lyrac (42)", [("Zoé QUINEZ", "Mme")])]
    assert not _about(_consulted(_write(tmp_path / "rne.csv", rows), *acts))


@pytest.mark.parametrize(
    ("name", "body", "member", "siren"),
    [
        ("rne-epci", "CC du Val de Trelles", "Luc OVIDAL", "244203019"),
        ("rne-departmental", "Conseil départemental de la Loire", "Anne FLERAS", None),
        ("rne-regional", "Conseil régional de Bretagne", "Paul SEGIN", None),
    ],
)
def test_members_of_other_bodies(tmp_path: Path, name: str, body: str, member: str, siren: str | None) -> None:
    act = _act(1, body, [(member, "M.")])
    found = _consulted(_write(tmp_path / "rne.csv", TABLES[name]), act)
    assert len(_about(found)) == 2
    assert found.identities.body(act).siren == siren


def test_a_unit_is_found_by_its_only_name(tmp_path: Path) -> None:
    path = _write(tmp_path / "StockUniteLegale.csv", SIRENE)
    granted = ["l'association Mécaloire", "Fonderies Brevard SAS", "Openscop", "Grand Large"]
    found = _consulted(path, _act(1, "Trelles", granted=granted))
    numbers = {o.name: o.identifiers for o in found.identities.organisations.values()}
    assert numbers == {
        "l'association Mécaloire": ("732829320", "73282932000074"),
        "Fonderies Brevard SAS": ("552100554", "55210055400021"),
        "Openscop": (),
        "Grand Large": (),
    }
    assert {row.source.date for row in found.identities.confirmations} == {"2024-03-01"}


def test_an_association_is_found_in_its_commune(tmp_path: Path) -> None:
    path = _write(tmp_path / "rna_waldec_20240601.csv", RNA)
    granted = ["Comité des fêtes", "Les Petits Tabliers", "Hêtres Vivants"]
    found = _consulted(path, _act(1, "Commune de Trelles", granted=granted))
    assert _about(found) == {
        "organisation/commune-de-trelles/comite-des-fetes": "W423001235",
        "organisation/les-petits-tabliers": "W423001234",
    }
    assert {row.source.date for row in found.identities.confirmations} == {"2024-06-01"}


def test_a_body_gets_its_siren_and_keeps_its_key(tmp_path: Path) -> None:
    act = _act(1, "CC du Val de Trelles")
    found = _consulted(_write(tmp_path / "banatic.csv", BANATIC), act)
    body = found.identities.body(act)
    assert (body.key, body.siren) == ("cc-du-val-de-trelles", "244203019")


def test_a_number_of_another_name_is_a_finding(tmp_path: Path) -> None:
    acts = [_act(1, "Trelles", granted=["Club nautique Ovale (SIREN 552 100 554)"])]
    acts.append(_act(2, "Syndicat des eaux", siren="244203019"))
    sirene = _consulted(_write(tmp_path / "sirene.csv", SIRENE), *acts)
    banatic = _consulted(_write(tmp_path / "banatic.csv", BANATIC), *acts)
    for found, words in ((sirene, "FONDERIES BRÉVARD"), (banatic, "CC du Val de Trelles")):
        (finding,) = (finding for act in acts for finding in found.findings(act))
        assert finding.code == "register-other-name"
        assert words in finding.message
        assert words in finding.message_fr
        assert not _about(found)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/07/2020", "2020-07-05"),
        ("2020-07-05", "2020-07-05"),
        ("2020-07-05T01:02:03", "2020-07-05"),
        ("", None),
        ("x", None),
        (None, None),
    ],
)
def test_both_forms_of_dates(text: str | None, day: str | None) -> None:
    assert iso(text) == day


def test_a_build_says_what_registers_know(tmp_path: Path) -> None:
    source = tmp_path / "act.txt"
    source.write_text(
        "Commune de Trelles\nConseil municipal\nSéance du 3 mars 2023\n\n"
        "Présents : Mme Zoé QUINEZ, Maire, M. Luc OVIDAL\n\n"
        "Le conseil municipal, à l'unanimité, ATTRIBUE une subvention de 500 € à l'association Mécaloire.\n",
        encoding="utf-8",
    )
    paths = [_write(tmp_path / "rne-2024-01-02.csv", COMMUNAL[:3]), _write(tmp_path / "sirene.csv", SIRENE)]
    out = tmp_path / "out"
    told = CliRunner().invoke(
        group,
        [
            "build",
            str(source),
            "--out",
            str(out),
            "--jobs",
            "1",
            "--register",
            str(paths[0]),
            "--register",
            str(paths[1]),
        ],
    )
    assert told.exit_code == 0, told.output
    graph = (out / "graph.ttl").read_text(encoding="utf-8")
    assert 'dg:siret "73282932000074"' in graph
    assert "<register/rne-communal/2024-01-02>" in graph
    wrong = CliRunner().invoke(group, ["build", str(source), "--out", str(out), "--register", str(source)])
    assert wrong.exit_code == 2
    assert "no register known" in wrong.output


def test_a_day_in_a_file_s_name_is_its_date(tmp_path: Path) -> None:
    assert recognise(_write(tmp_path / "rne_02-01-2024.csv", COMMUNAL)).date == datetime.date(2024, 1, 2).isoformat()
    assert recognise(_write(tmp_path / "rne_99999999.csv", COMMUNAL)).date is None
