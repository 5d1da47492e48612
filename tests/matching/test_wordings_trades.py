"""What a CV of a trade tells in one wording and a posting asks for in another is found to be the same, or not.

Each line: what stands in the CV, and what the posting asks for.
"""

from collections.abc import Iterator
from datetime import date

import pytest

from shared.matching import match

MET = """
Wired new-build houses from first fix to second fix | Electrical installation
Approved electrician JIB | JIB graded electrician
Terminated SWA cables and fitted glands | Experience of SWA cable termination
Traced faults on lighting circuits | Electrical fault finding
Serviced and repaired gas boilers | Boiler servicing
RGII registered | Registered gas installer
Fixed leaks and burst pipes | Plumbing repairs
Unblocked drains with rods and jetting | Drain clearance
Commissioned ventilation and AHUs | HVAC commissioning
Maintained chillers and cooling towers | HVAC maintenance
Spindle moulder, planer and band saw | Woodworking machinery
Chippy with own tools | Carpenter with own tools
Painted and wallpapered houses | Painting and decorating
Sprayed walls with airless sprayer | Airless spraying
Prepared and sanded surfaces | Surface preparation
Slated and tiled roofs | Roof slating
Installed shingles and flashing | Shingle roofing
Pointed brickwork with lime mortar | Repointing
Laid vinyl and carpets | Carpet fitting
Tied reinforcement to drawings | Steel fixing
Confined space entry certificate | Confined spaces training
Delivered toolbox talks | Toolbox talks
Safe Pass | Safe Pass card
Used Leica GPS and robotic total station | Total station
Levelled with dumpy and laser levels | Levelling
Measured building surveys with laser scanner | Laser scanning
Flew drones for aerial surveys | Drone surveying
HomeBuyer reports and Level 3 surveys | Residential building surveys
RICS valuations (Red Book) | Red Book valuation
Heat and mass balances | Mass and energy balance
Modelled assemblies in Creo | 3D CAD modelling
Commissioned process plant | Plant commissioning
FAT and SAT | Factory acceptance testing
Hydraulics and pneumatics repair | Pneumatic systems
Vibration analysis on rotating equipment | Condition monitoring
First article inspection reports | FAI
Changed tools on presses | Press tool setting
Fixed breakdowns on conveyors | Breakdown maintenance
Sewing machinist | Industrial sewing machine
Fabricated steel frames and stairs | Steel fabrication
Read fabrication drawings | Reading engineering drawings
AWS D1.1 certified welder | AWS D1.1
Diagnosed engine management faults with Snap-on | Vehicle diagnostics
Serviced cars and light vans | Vehicle servicing
Carried out MOTs | MOT tester licence
Rebuilt engines and gearboxes | Engine overhaul
Recovered broken down vehicles at the roadside | Roadside recovery
NVQ 3 Light Vehicle Maintenance | Level 3 light vehicle qualification
Sold new and used cars | Car sales
Booked in deliveries | Goods in
Goods receiving and put-away | Goods-in
Despatched 400 parcels a day | Dispatch
Personal Track Safety | PTS
Drove passenger trains | Train driving
Checked tickets on trains | Revenue protection
Overhead line equipment | OLE
Part-66 B1 licence | EASA Part 66
Checked in passengers at the airport | Passenger check-in
Able seaman, watchkeeping | Bridge watchkeeping
ENG1 medical | ENG 1
Chief engineer unlimited | Marine engineering
Yachtmaster Offshore | RYA Yachtmaster
Skippered RIBs, Powerboat Level 2 | RYA Powerboat Level 2
Prepped vegetables and mise en place | Food preparation
Prepared meals for 200 covers | Food preparation
Temperature and cleaning logs kept | Food safety records
Served drinks and pulled pints | Bar work
Took bookings on OpenTable | Reservations
Opera PMS | Hotel property management system
Gross profit control in kitchen | Food cost control
Balanced the tills at close | Cashing up
Merchandised shelves and windows | Visual merchandising
Dressed windows | Window displays
Ran a shop with five staff | Retail management
Bought ranges for ladieswear | Buying
Click and collect orders | Click & collect
Managed cleaning contracts | Contract cleaning
SIA | Security licence
Laundry pressing and ironing | Laundry
Lash extensions and lifts | Eyelash extensions
Microneedling and chemical peels | Advanced skin treatments
Botox and fillers | Aesthetic injectables
Consulted clients before treatments | Client consultation
Taught children to swim | Swimming teaching
Coached under-12s football | Football coaching
FA Level 1 coach | Football coaching badge
Wrote training programmes for gym members | Exercise programming
PT Level 3, REPs registered | Level 3 Personal Training
Tested pool water and dosed chlorine | Pool plant operation
Led kayaking and canoeing sessions | Paddlesport instruction
Rock climbing instructor | Climbing instruction
Ski instructor, BASI Level 2 | BASI
Refereed rugby | Refereeing
Kept greens and fairways | Greenkeeping
Outdoor activities for school groups | Outdoor education
Lambed 600 ewes | Lambing
Groom at a yard | Horse care
Pruned trees and shrubs | Pruning
Designed and planted borders | Planting
Tree climber with ropes | Arboriculture
RHS Level 2 | RHS qualification
Propagated plants in a nursery | Plant propagation
Picked strawberries | Fruit picking
Fed and watered pigs | Livestock husbandry
Fenced fields | Fencing
Repaired walls and fences | Fence repair
Trained guide dogs | Dog training
Anaesthetised animals and assisted in surgery | Veterinary nursing
Drove ATVs on farm | Quad bike
Grew vegetables under glass | Horticulture
Read gas and electricity meters | Meter reading
GWO Basic Safety Training | GWO
National Water Hygiene card | Blue card water hygiene
EUSR | EUSR card
SHEA Water | EUSR SHEA
Control room operator at a gas plant | Control room operation
DCS operation (Honeywell) | Distributed control systems
Insulated lofts and cavity walls | Insulation
Energy trading on power markets | Energy trading
Gas mains laying, SCO | Gas network operations
Fitted and tested sprinklers | Experience of installing fire sprinkler systems
Operated MEWPs | You will hold a valid MEWP ticket
IPAF 3a/3b, valid to 2030 | An IPAF ticket
Kept work areas tidy to 5S | Knowledge of 5S and lean
Read technical drawings | Must be able to read and interpret engineering drawings
Prepared cold starters | Confident working on the larder section
Trained new starters | Ability to train junior members of staff
Own van and public liability insurance | Own transport
Checked loads and secured with straps | Load securing
Set mole traps | Pest control experience
Climbed 40 m telecoms masts | Comfortable working at height
Swapped out faulty RCDs and MCBs | Fault finding on electrical circuits
Sparky on housing sites | Electrician
Rewound motors | Motor rewinding
Fixed dripping taps and running toilets | Plumbing repairs
Fitted soakaways and septic tanks | Drainage
Applied two coats of emulsion and gloss | Painting and decorating
Sprayed kitchen cabinets | Spray painting
Grouted and sealed tiles | Tiling
Replaced ridge tiles and valleys | Roofing
Drove a 20-tonne digger | Excavator operator
Prepared schedules of condition | Condition surveys
Specified valves and pumps | Valve selection
Carried out pressure drop calculations | Hydraulic calculations
Machined shafts on manual lathes | Manual turning
Operated a band saw and guillotine | Guillotine operation
Filled and capped bottles on a line | Production line work
Drove a tail-lift truck doing store deliveries | Multi-drop driving
Drove minibuses for school runs | D1 licence
Flew twin-engine aircraft | Multi-engine rating
Served meals to passengers in flight | Cabin crew
Steered container ships | Bridge watchkeeping
Shunted wagons | Shunting
Fried fish and chips | Cooking
Ran the pass on busy services | Running the pass
Changed barrels and cleaned beer lines | Cellar management
Poured flat whites | Barista
Sold shoes and measured feet | Retail sales
Put out deliveries on the shop floor | Replenishment
Kept the shop till | Till work
Locked up and set alarms | Locking and unlocking premises
Monitored alarms and cameras in a control room | CCTV monitoring
Washed and set hair | Shampooing
Supervised the poolside | Lifeguarding
Dipped and wormed sheep | Sheep husbandry
Drove a combine at harvest | Combine harvester driving
Trimmed cows' hooves | Hoof trimming
Planted and watered bedding plants | Planting
Installed domestic meters | Meter installation
Tested relays and breakers | Protection testing
Isolated plant under permits | Permit to work
Inspected solar farms | Solar PV
Serviced and calibrated gas detectors | Gas detector calibration
Unpacked and counted deliveries | Goods-in
Priced and negotiated subcontracts | Subcontract procurement
Ran daily briefings for operatives | Toolbox talks
Stripped and varnished floors | Floor sanding
Painted and lined car parks | Line marking
Cooked and served school dinners | School catering
Took orders and served food at tables | Waiting staff
Ran a coffee kiosk | Barista
Cleaned and inspected rental cars | Vehicle valeting
Watched monitors and radioed guards | CCTV
Escorted shoplifters off premises | Loss prevention
Permed and coloured long hair | Hair colouring
Led aqua aerobics and circuits | Group fitness instruction
Taught tennis to juniors | Tennis coaching
Harvested and graded potatoes | Crop harvesting
Sprayed vineyards | Crop spraying
Trained and exercised racehorses | Horse exercise
Clipped and bathed dogs | Dog grooming
Fixed water leaks on mains | Water mains repair
Read smart meters and logged usage | Meter reading
Laid out boards in Eagle | PCB layout
Sized relief valves | Pressure relief design
Prepared weld maps and NDT packs | Weld documentation
Checked tyre pressures and oil levels daily | Vehicle checks
Reversed articulated trailers into bays | HGV Class 1
"""
PARTIAL = """
Fitted locks and ironmongery | Door hanging
Laid tarmac on highways | Surfacing
Prepared bills of quantities and valuations | Quantity surveying
CAT and Genny scanning | Utility detection
AssocRICS | MRICS
Signaller at a power box | Signalling
ServSafe manager | Food handler certification
Searched bags and checked IDs | Access control
Ploughed, drilled and sprayed | Crop spraying
Steam boilers and turbines operated | Boiler operation
Priced jobs from drawings | Estimating
"""
MISSING = """
Plaster casts applied to fractures | Plastering
Web site management | Construction site management
Concrete plans for growth | Concreting
Paved the way for new products | Paving
Levelled up a gaming character | Levelling
Press releases | Press operation
Dispatched ambulances | Warehouse dispatch
HGV mechanic | HGV Class 2 licence
Pilot studies run | Pilot licence
Kitchen fitter | Kitchen experience
Hosted webinars | Restaurant host
Waiter | Chef experience
Window cleaning | Window dressing
Access control lists in Azure | Access control at gates
Bouncer rate lowered | Door supervision
Colour correction in DaVinci | Hair colour correction
Ski waxing | Waxing
Multi-threading in Java | Threading
Referred patients | Refereeing
Pruned neural networks | Pruning
Fencing foil coach | Fencing of fields
Planted ideas in workshops | Planting
Farmed leads | Farm work
Field sales | Field work on farms
High-energy team player | Energy trading
Foundation degree | Foundations and groundworks
Harvested data from websites | Harvesting
Plumb line inspections of data | Plumbing
Decked out the office for parties | Decking
Scaffolded React apps | Scaffolding
Valve surgery on hearts | Valve selection
Hosted servers | Restaurant host
Waxed lyrical | Waxing
Massaged data | Massage
Pruned decision trees | Pruning
Concrete results achieved | Concrete work
Referees on request | Refereeing
Plumb and level frames | Plumbing
Surface treatments | Surfacing
Next-level service | Levelling
Chemical plant operator | Planting
Thread-safe code | Threading
Prepared pitches for investors | Greenkeeping
Checked tickets in Jira | Revenue protection
Ran coding boot camps | Group exercise
Managed DAGs in Airflow | Sheep farming
Lung cancer research | Horse care
Permanent and temp (perm) recruitment | Hairdressing
Iron ore trading | Laundry
Sugar industry analyst | Body waxing
Stable work history | Equine care
Assembled React components | Assembly line work
Tailored suits of test cases | Sewing
Shea butter cosmetics | EUSR card
"""
"""Sounds alike and is another thing."""


def pairs() -> Iterator[tuple[str, str, str]]:
    for verdict, text in (("met", MET), ("partial", PARTIAL), ("missing", MISSING)):
        for line in text.strip().splitlines():
            told, _, asked = line.partition(" | ")
            yield told, asked, verdict


@pytest.mark.parametrize(("told", "asked", "verdict"), list(pairs()))
def test_the_same_in_other_words(told: str, asked: str, verdict: str) -> None:
    cv = f"Sam Sample\n\nExperience\nWorker, Hill Ltd, Jan 2019 - present\n- {told}\n- Kept the site tidy\n"
    result = match(cv, f"Worker\n\nRequirements\n- {asked}\n", as_of=date(2026, 11, 1))
    assert {skill.verdict for skill in result.skill_matches} == {verdict}
