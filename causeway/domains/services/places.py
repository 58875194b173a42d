"""Where a place is, roughly: the towns after which postcodes are named, and other large towns. Works offline.

A postcode is placed at the post town of its area, a name at its town: good to about ten kilometres, enough for a map
of the country. Latitude and longitude are degrees (WGS 84), rounded to a hundredth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_AREAS = """
AB Aberdeen 57.15 -2.09|AL St Albans 51.75 -0.34|B Birmingham 52.48 -1.90|BA Bath 51.38 -2.36|BB Blackburn 53.75 -2.48
BD Bradford 53.79 -1.75|BH Bournemouth 50.72 -1.88|BL Bolton 53.58 -2.43|BN Brighton 50.83 -0.14|BR Bromley 51.41 0.02
BS Bristol 51.45 -2.59|BT Belfast 54.60 -5.93|CA Carlisle 54.89 -2.93|CB Cambridge 52.21 0.12|CF Cardiff 51.48 -3.18
CH Chester 53.19 -2.89|CM Chelmsford 51.74 0.47|CO Colchester 51.89 0.90|CR Croydon 51.37 -0.10
CT Canterbury 51.28 1.08|CV Coventry 52.41 -1.51|CW Crewe 53.10 -2.44|DA Dartford 51.45 0.22|DD Dundee 56.46 -2.97
DE Derby 52.92 -1.48|DG Dumfries 55.07 -3.61|DH Durham 54.78 -1.58|DL Darlington 54.53 -1.56|DN Doncaster 53.52 -1.13
DT Dorchester 50.71 -2.44|DY Dudley 52.51 -2.08|E East London 51.53 -0.03|EC City of London 51.52 -0.09
EH Edinburgh 55.95 -3.19|EN Enfield 51.65 -0.08|EX Exeter 50.72 -3.53|FK Falkirk 56.00 -3.78|FY Blackpool 53.82 -3.04
G Glasgow 55.86 -4.25|GL Gloucester 51.86 -2.24|GU Guildford 51.24 -0.57|GY Guernsey 49.46 -2.54|HA Harrow 51.58 -0.34
HD Huddersfield 53.65 -1.78|HG Harrogate 53.99 -1.54|HP Hemel Hempstead 51.75 -0.47|HR Hereford 52.06 -2.72
HS Stornoway 58.21 -6.39|HU Hull 53.74 -0.33|HX Halifax 53.72 -1.86|IG Ilford 51.56 0.07|IM Douglas 54.15 -4.48
IP Ipswich 52.06 1.16|IV Inverness 57.48 -4.22|JE Jersey 49.19 -2.11|KA Kilmarnock 55.61 -4.50
KT Kingston upon Thames 51.41 -0.30|KW Kirkwall 58.98 -2.96|KY Kirkcaldy 56.11 -3.16|L Liverpool 53.41 -2.98
LA Lancaster 54.05 -2.80|LD Llandrindod Wells 52.24 -3.38|LE Leicester 52.64 -1.13|LL Llandudno 53.32 -3.83
LN Lincoln 53.23 -0.54|LS Leeds 53.80 -1.55|LU Luton 51.88 -0.42|M Manchester 53.48 -2.24|ME Medway 51.39 0.53
MK Milton Keynes 52.04 -0.76|ML Motherwell 55.79 -3.99|N North London 51.56 -0.11|NE Newcastle upon Tyne 54.98 -1.61
NG Nottingham 52.95 -1.15|NN Northampton 52.24 -0.90|NP Newport 51.59 -3.00|NR Norwich 52.63 1.30
NW North West London 51.55 -0.18|OL Oldham 53.54 -2.11|OX Oxford 51.75 -1.26|PA Paisley 55.85 -4.42
PE Peterborough 52.57 -0.24|PH Perth 56.40 -3.43|PL Plymouth 50.37 -4.14|PO Portsmouth 50.80 -1.09
PR Preston 53.76 -2.70|RG Reading 51.45 -0.97|RH Redhill 51.24 -0.17|RM Romford 51.58 0.18|S Sheffield 53.38 -1.47
SA Swansea 51.62 -3.94|SE South East London 51.48 -0.06|SG Stevenage 51.90 -0.20|SK Stockport 53.41 -2.16
SL Slough 51.51 -0.59|SM Sutton 51.36 -0.19|SN Swindon 51.56 -1.78|SO Southampton 50.90 -1.40|SP Salisbury 51.07 -1.79
SR Sunderland 54.91 -1.38|SS Southend-on-Sea 51.54 0.71|ST Stoke-on-Trent 53.00 -2.18|SW South West London 51.47 -0.16
SY Shrewsbury 52.71 -2.75|TA Taunton 51.02 -3.10|TD Galashiels 55.62 -2.81|TF Telford 52.68 -2.45
TN Tonbridge 51.20 0.27|TQ Torquay 50.46 -3.53|TR Truro 50.26 -5.05|TS Middlesbrough 54.57 -1.23
TW Twickenham 51.45 -0.34|UB Southall 51.51 -0.38|W West London 51.51 -0.19|WA Warrington 53.39 -2.60
WC Holborn 51.52 -0.12|WD Watford 51.66 -0.40|WF Wakefield 53.68 -1.50|WN Wigan 53.55 -2.63|WR Worcester 52.19 -2.22
WS Walsall 52.59 -1.98|WV Wolverhampton 52.59 -2.13|YO York 53.96 -1.08|ZE Lerwick 60.15 -1.14
"""
_TOWNS = """
Accrington 53.75 -2.36|Airdrie 55.87 -3.98|Aldershot 51.25 -0.76|Ashford 51.15 0.87|Ashton-under-Lyne 53.49 -2.09
Aylesbury 51.82 -0.81|Ayr 55.46 -4.63|Banbury 52.06 -1.34|Bangor 53.23 -4.13|Barnsley 53.55 -1.48
Barrow-in-Furness 54.11 -3.23|Barry 51.40 -3.28|Basildon 51.57 0.49|Basingstoke 51.27 -1.09|Bedford 52.14 -0.47
Birkenhead 53.39 -3.01|Bishop Auckland 54.66 -1.68|Bootle 53.45 -3.00|Boston 52.98 -0.02|Bracknell 51.42 -0.75
Burnley 53.79 -2.24|Burton upon Trent 52.80 -1.63|Bury 53.59 -2.30|Bury St Edmunds 52.25 0.71|Caerphilly 51.58 -3.22
Cannock 52.69 -2.03|Cheltenham 51.90 -2.08|Chesterfield 53.24 -1.43|Clydebank 55.90 -4.40|Corby 52.49 -0.69
Crawley 51.11 -0.19|Derry 55.00 -7.32|Dewsbury 53.69 -1.63|Dover 51.13 1.31|Dunfermline 56.07 -3.46
Eastbourne 50.77 0.28|Ellesmere Port 53.28 -2.90|Folkestone 51.08 1.17|Gateshead 54.96 -1.60|Gillingham 51.39 0.55
Gosport 50.79 -1.13|Grantham 52.91 -0.64|Gravesend 51.44 0.37|Great Yarmouth 52.61 1.73|Grimsby 53.57 -0.08
Halton 53.33 -2.70|Hamilton 55.78 -4.04|Harlow 51.77 0.09|Hartlepool 54.69 -1.21|Hastings 50.85 0.57
Hinckley 52.54 -1.37|Keighley 53.87 -1.91|Kettering 52.40 -0.73|Kidderminster 52.39 -2.25|King's Lynn 52.75 0.40
Kirkby 53.48 -2.89|Livingston 55.90 -3.52|Llanelli 51.68 -4.16|Loughborough 52.77 -1.21|Lowestoft 52.48 1.75
Macclesfield 53.26 -2.13|Maidstone 51.27 0.52|Mansfield 53.14 -1.20|Margate 51.39 1.39|Merthyr Tydfil 51.75 -3.38
Morecambe 54.07 -2.87|Nelson 53.84 -2.22|Newark-on-Trent 53.08 -0.81|Newcastle-under-Lyme 53.01 -2.23
Newry 54.18 -6.34|Northwich 53.26 -2.52|Nuneaton 52.52 -1.47|Penzance 50.12 -5.54|Poole 50.72 -1.98
Pontypridd 51.60 -3.34|Redcar 54.62 -1.06|Redditch 52.31 -1.94|Rhyl 53.32 -3.49|Rochdale 53.62 -2.16
Rotherham 53.43 -1.36|Rugby 52.37 -1.26|Runcorn 53.34 -2.73|Salford 53.48 -2.29|Scarborough 54.28 -0.40
Scunthorpe 53.59 -0.65|Skelmersdale 53.55 -2.78|Solihull 52.41 -1.78|South Shields 55.00 -1.43|Southport 53.65 -3.01
St Helens 53.45 -2.74|Stafford 52.81 -2.12|Stirling 56.12 -3.94|Stockton-on-Tees 54.57 -1.32|Stourbridge 52.46 -2.15
Stroud 51.75 -2.22|Tamworth 52.63 -1.69|Tunbridge Wells 51.13 0.26|Wallasey 53.42 -3.07|Washington 54.90 -1.52
West Bromwich 52.52 -1.99|Weston-super-Mare 51.35 -2.98|Weymouth 50.61 -2.46|Widnes 53.36 -2.73|Woking 51.32 -0.56
Workington 54.64 -3.54|Worksop 53.30 -1.12|Worthing 50.81 -0.37|Wrexham 53.05 -2.99|Yeovil 50.94 -2.63
"""
_LIKE_A_POSTCODE = re.compile(r"([A-Z]{1,2})[0-9][0-9A-Z]?(?:[0-9][A-Z]{2})?")
_OTHER_NAMES = {"kingston upon hull": "hull", "newcastle": "newcastle upon tyne", "stoke": "stoke-on-trent"}
LONGEST = 120


@dataclass(frozen=True)
class Place:
    """A town and where it lies, in degrees."""

    name: str
    latitude: float
    longitude: float


def _read(text: str) -> list[list[str]]:
    return [entry.split(" ") for entry in text.strip().replace("\n", "|").split("|")]


def _place(words: list[str]) -> Place:
    return Place(" ".join(words[:-2]), float(words[-2]), float(words[-1]))


AREAS: dict[str, Place] = {words[0]: _place(words[1:]) for words in _read(_AREAS)}
TOWNS: dict[str, Place] = {
    place.name.casefold(): place for place in [*AREAS.values(), *(_place(words) for words in _read(_TOWNS))]
}


def place_of(text: str) -> Place | None:
    """The place that a postcode, the first half of one or a town's name stands for, or None where we know none.

    “M6 5FS” and “M6” give Manchester, “salford” gives Salford; of “Crescent, Salford” the last part counts.
    """
    plain = " ".join(text.split())
    if not plain or len(plain) > LONGEST:
        return None
    shape = _LIKE_A_POSTCODE.fullmatch(re.sub(r"[\s.\-]", "", plain).upper())
    if shape and shape[1] in AREAS:
        return AREAS[shape[1]]
    for part in (plain, *reversed(plain.split(","))):
        name = part.strip().casefold().replace("’", "'")
        if found := TOWNS.get(_OTHER_NAMES.get(name, name)):
            return found
    return None


@lru_cache(maxsize=4096)
def nearest_town(latitude: float, longitude: float) -> Place:
    """The town of our list that lies nearest, as the crow flies over a small country."""
    return min(
        TOWNS.values(),
        key=lambda town: (town.latitude - latitude) ** 2 + ((town.longitude - longitude) * 0.57) ** 2,
    )
