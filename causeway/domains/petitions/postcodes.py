"""UK postcodes: is it one, and in which postcode area does it lie? Works offline.

The areas are the letters that a postcode begins with, under the name of their post town (public knowledge).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SHAPE = re.compile(r"([A-Z]{1,2})([0-9][0-9A-Z]?)([0-9][A-Z]{2})")
LONGEST = 12

_NAMES = """
AB Aberdeen|AL St Albans|B Birmingham|BA Bath|BB Blackburn|BD Bradford|BH Bournemouth|BL Bolton|BN Brighton
BR Bromley|BS Bristol|BT Northern Ireland|CA Carlisle|CB Cambridge|CF Cardiff|CH Chester|CM Chelmsford|CO Colchester
CR Croydon|CT Canterbury|CV Coventry|CW Crewe|DA Dartford|DD Dundee|DE Derby|DG Dumfries|DH Durham|DL Darlington
DN Doncaster|DT Dorchester|DY Dudley|E East London|EC Central London (east)|EH Edinburgh|EN Enfield|EX Exeter
FK Falkirk|FY Blackpool|G Glasgow|GL Gloucester|GU Guildford|GY Guernsey|HA Harrow|HD Huddersfield|HG Harrogate
HP Hemel Hempstead|HR Hereford|HS Outer Hebrides|HU Hull|HX Halifax|IG Ilford|IM Isle of Man|IP Ipswich|IV Inverness
JE Jersey|KA Kilmarnock|KT Kingston upon Thames|KW Kirkwall|KY Kirkcaldy|L Liverpool|LA Lancaster|LD Llandrindod Wells
LE Leicester|LL Llandudno|LN Lincoln|LS Leeds|LU Luton|M Manchester|ME Medway|MK Milton Keynes|ML Motherwell
N North London|NE Newcastle upon Tyne|NG Nottingham|NN Northampton|NP Newport|NR Norwich|NW North West London|OL Oldham
OX Oxford|PA Paisley|PE Peterborough|PH Perth|PL Plymouth|PO Portsmouth|PR Preston|RG Reading|RH Redhill|RM Romford
S Sheffield|SA Swansea|SE South East London|SG Stevenage|SK Stockport|SL Slough|SM Sutton|SN Swindon|SO Southampton
SP Salisbury|SR Sunderland|SS Southend-on-Sea|ST Stoke-on-Trent|SW South West London|SY Shrewsbury|TA Taunton
TD Galashiels|TF Telford|TN Tonbridge|TQ Torquay|TR Truro|TS Teesside|TW Twickenham|UB Southall
W West London|WA Warrington|WC Central London (west)|WD Watford|WF Wakefield|WN Wigan|WR Worcester|WS Walsall
WV Wolverhampton|YO York|ZE Lerwick
"""
AREAS: dict[str, str] = dict(entry.split(" ", 1) for entry in _NAMES.strip().replace("\n", "|").split("|"))


@dataclass(frozen=True)
class Postcode:
    """A postcode in its usual form (``M6 5FS``) and its area (``M``)."""

    text: str
    area: str


def parse(text: str) -> Postcode | None:
    """The postcode that ``text`` is, however it is spaced and cased, or None."""
    if len(text) > LONGEST * 2:
        return None
    shape = SHAPE.fullmatch(re.sub(r"[\s.\-]", "", text).upper())
    if shape is None or shape[1] not in AREAS:
        return None
    return Postcode(f"{shape[1]}{shape[2]} {shape[3]}", shape[1])


def name_of(area: str) -> str:
    """The name of a postcode area; of an unknown one, its letters."""
    return AREAS.get(area, area)
