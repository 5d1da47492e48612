"""What a CV tells in one wording and a posting of care, health, schools, public service, law or the office asks
for in another: the verdict a careful reader would give."""

from datetime import date

import pytest

from shared.matching import match

MET = """
Catheterised male and female patients | Experience of catheterisation
Ran the asthma and COPD clinic in a GP surgery | Respiratory nursing
Scrubbed for orthopaedic and general surgery lists | Theatre scrub experience
Delivered babies on a busy labour ward | Intrapartum care
Cared for dying patients and their families | End of life care
Collected and labelled blood and urine samples | Specimen collection
PALS, valid until 2028 | APLS
Saw a subtle change in patients' condition and called the doctor | Recognising deteriorating patients
Master of Library and Information Science, Hillside University | ALA-accredited degree
Planned meals for clients with diabetes | Meal planning
Wrote SOAP notes and charted in Epic | EHR documentation
SystmOne and EMIS | Knowledge of GP clinical systems
Nursed children on a paediatric ward | Paediatric nursing experience
Helped residents to wash, dress and eat | Personal care
Slept in at a children's home | Residential childcare experience
Carried out Section 47 enquiries | Child protection investigations
Best interests assessor | Mental Capacity Act
Took clients shopping and to appointments | Community access support
Kept daily logs and MAR charts | Record keeping
Supported women leaving violent partners | Domestic abuse support
Assessed and treated stroke patients on a rehab ward | Neurological rehabilitation
Ran speech therapy sessions for children with language delay | Paediatric speech and language therapy
Makaton and PECS | Augmentative and alternative communication
Counselled clients with anxiety and depression | Counselling
PHQ-9 and GAD-7 at every session | Use of outcome measures
Ran a mindfulness group | Mindfulness
Assessed clients' mental health in an IAPT service | Mental health assessment
Art therapy with adolescents | Art psychotherapy
Gave nutrition advice to diabetic patients | Dietetics
Planned enteral feeds for ICU patients | Enteral nutrition
Sensory integration work with autistic children | Sensory processing
Relapse prevention with alcohol dependent clients | Substance misuse
Labelled and assembled prescriptions | Experience in a dispensary
Accredited checking technician | Accuracy checking technician qualification
Immunised patients against flu and shingles | Vaccination
Took drug histories on admission | Medication histories
PGY1 pharmacy residency at a teaching hospital | Clinical pharmacy
BCOP, board certified since 2021 | Oncology
Fixed insurance rejects | Pharmacy claims adjudication
Sold pharmacy only medicines and gave advice over the counter | OTC advice
Completed MURs and New Medicine Service reviews | Medication reviews
Checked interactions and doses on the ward | Clinical pharmacy
Emergency hormonal contraception under PGD | Patient Group Directions
Compounded creams and ointments | Extemporaneous dispensing
Counted tablets and filled scripts at a CVS | Prescription filling
Audited antibiotic use | Antimicrobial stewardship
Mixed cements and amalgam | Preparing dental materials
Placed implants | Implantology
CEREC milling and intraoral scans | CAD/CAM dentistry
RDA, coronal polishing and sealants | Registered Dental Assistant
Front desk of a dental practice | Dental reception experience
Paediatric extractions and fillings | Paediatric dentistry
Spayed and neutered cats and dogs | Small animal surgery
RCVS registered vet nurse | RVN
Held animals for blood sampling | Animal restraint
Monitored anaesthesia during operations | Anaesthetic monitoring
TB tested herds | Tuberculin testing
Lambing, calving and caesareans on farms | Farm animal practice
Dental descaling of dogs under GA | Veterinary dentistry
Nursed inpatients in kennels | Inpatient care
Lameness work-ups in horses | Equine practice
Fed and cleaned out dogs at a rescue centre | Animal care
Inseminated cows | Artificial insemination
Ran faecal egg counts and urinalysis in the practice lab | Laboratory diagnostics
Put animals to sleep with empathy for owners | Euthanasia
Vaccinated puppies and kittens | Vaccination of pets
Meat inspection as Official Veterinarian | OV meat hygiene
Behaviour consultations for dogs | Animal behaviour
Abdominal ultrasound in dogs | Veterinary ultrasound
Out of hours emergency vet | Emergency and critical care
Milked goats and trimmed hooves | Hoof trimming
Nursery nurse with babies and toddlers | Early years experience
Phonics groups with Read Write Inc | Teaching phonics
Invigilated GCSE exams | Exam invigilation
Supply cover in secondary schools | Cover supervision
Lectured undergraduates and marked essays | University teaching
Supervised three PhD students | Research supervision
CAVA and IQA | Internal quality assurance
Handled poor behaviour in class with a calm voice | Behaviour management
Head of Year 9 | Pastoral leadership
SIMS and Arbor | Experience with a school MIS
CBSE board teacher, Class X science | Teaching of CBSE syllabus
PACE trained and PIP level 2 | Investigative interviewing
Took witness statements | Statement taking
Drove appliances on blue lights | Emergency response driving
Cut casualties from cars after crashes | Road traffic collision extrication
Unlocked and searched cells on a prison wing | Prison officer experience
Supervised offenders on licence in the community | Offender management
OASys assessments and pre-sentence reports | Probation practice
Answered Freedom of Information requests | FOI
Served enforcement notices on shops | Regulatory enforcement
Inspected restaurants for food hygiene ratings | Food safety inspections
Issued penalty charge notices | Civil enforcement
Clerked committee and council meetings | Committee administration
Canvassed and counted votes at elections | Electoral services
Wrote emergency plans for the county | Emergency planning
Drafted witness statements and bundles for court | Preparing court bundles
Represented clients in the county court | Advocacy
Due diligence on share purchases | Mergers and acquisitions
Visa and asylum applications for clients | Immigration law
Divorce and child arrangement cases | Family law
Filed trade marks | Trademark prosecution
Mediated disputes between neighbours | Mediation
JD, admitted to the New York Bar | Bar admission
LLB (Hons) | Law degree
Notarised deeds | Notarial services
Enrolled with Bar Council of Delhi | Bar Council enrolment
Wrote job descriptions and adverts | Job advertising
Inducted new starters | Onboarding
Advised managers on absence and sickness | Absence management
Negotiated with unions | Trade union negotiation
Benchmarked pay and graded jobs | Job evaluation
Checked right to work and references | Pre-employment checks
Processed starters and leavers | HR administration
Minuted the board | Taking minutes
Kept the MD's diary | Diary management
Answered the phone and took messages | Telephone manner
Opened and sorted the post | Handling mail
Typed letters from dictation | Audio typing
Entered orders into the database | Data entry
Raised purchase orders and matched invoices | Invoice processing
PA to CEO | Executive assistant experience
Replied to emails from customers | Email correspondence
Organised the Christmas party and away days | Event organisation
Booked couriers | Courier booking
Took card and cash payments | Payment processing
Wrote letters and reports | Business writing
Photocopied and bound reports | Photocopying
Scheduled interviews and meetings across time zones | Calendar management
Franked post | Franking
Won £200k from the National Lottery Community Fund | Bid writing
Ran the London Marathon fundraising team | Challenge events
Recruited and managed 60 volunteers | Volunteer management
Rattled tins and did street collections | Community fundraising
Legacy campaign, in-memory giving | Legacy fundraising
Raised funds from companies | Corporate fundraising
Used Raiser's Edge | Fundraising CRM
Direct mail appeals to supporters | Individual giving
Managed a community centre | Community development
Met MPs and lobbied for law change | Campaigning and advocacy
Advised on benefits and debt at Citizens Advice | Welfare benefits advice
WASH projects in Kenya | International development
Stewarded donors and wrote thank-you letters | Donor stewardship
Ran a helpline for parents | Helpline
Face-to-face fundraiser on the doorstep | Door-to-door fundraising
Let void properties and signed up tenants | Lettings
Collected rent and chased arrears | Rent arrears recovery
Served notices and took tenants to court for arrears | Possession proceedings
Dealt with anti-social behaviour cases | ASB
Inspected estates and communal areas | Estate management
Supported tenants to keep their tenancies | Tenancy sustainment
Turned round voids in 15 days | Void management
Booked repairs and chased contractors | Repairs coordination
Handled deposits and inventories | Property inventories
Gas safety and EICR compliance for 3000 homes | Property compliance
Hostel worker for homeless adults | Supported housing
Ran residents' meetings and a tenant panel | Tenant involvement
CIH Level 4 | CIH qualification
Block manager for 20 blocks | Block management
Showed flats to renters | Property viewings
Used Orchard and Civica housing systems | Housing management systems
Dealt with damp and mould complaints | Housing repairs
Temporary accommodation officer | Temporary accommodation
Right to Buy applications | Right to Buy
Warden of sheltered flats | Sheltered housing
Estate agent valuations | Property valuation
Issued and shelved books | Library work
Catalogued books in MARC and RDA | Cataloguing
CILIP chartered | MCLIP
Classified books with Dewey | Dewey Decimal
Documented objects in TMS and MODES | Museum documentation
Handled fragile objects | Object handling
Led school groups round the museum | Museum education
Cleaned and repaired old paper | Paper conservation
Listed archives to ISAD(G) in CALM | Archive cataloguing
Digitised photographs and maps | Digitisation
Checked humidity and pests in stores | Preventive conservation
Looked after the institutional repository | Open access
Oral history interviews | Oral history
Preserved digital records with Preservica | Digital preservation
Calculated doses of medicine for children | Drug calculations
Turned bedbound patients every two hours | Pressure area care
Nursed patients with schizophrenia on an acute ward | Mental health nursing
Barrier nursed patients with C. diff | Isolation nursing
Cooked meals for older people in their homes | Meal preparation
Sat with lonely clients and chatted over tea | Companionship
Wrote reports for case conferences | Child protection conferences
Took part in multi-agency strategy meetings | Multi-agency working
Assessed carers' needs | Carer's assessments
Night shifts in a care home | Waking nights
Changed catheter bags for residents | Catheter care
Issued crutches and walking frames | Mobility aids
Checked expiry dates of medicines | Expiry date checking
Gave out needles to drug users | Needle exchange
Suctioned and passed instruments to the dentist | Four-handed dentistry
Called patients for six-month recalls | Patient recalls
Made study models and mouthguards | Dental technician
Clipped dogs' nails and bathed them | Dog grooming
Took blood from cats | Blood sampling of animals
Dispensed worming tablets to pet owners | Parasite control
Read stories to children at a preschool | Early years experience
Set up sand and water play | Play-based learning
Prepared pupils for GCSE English | GCSE teaching
Took children with dyslexia for extra reading | Reading support
Wrote reading lists and seminar papers, taught first years | Undergraduate teaching
Ran a homework club | After-school clubs
Stopped and searched suspects | Stop and search
Gave evidence in Crown Court | Giving evidence
Investigated burglaries and thefts | Criminal investigation
Directed traffic at accidents | Traffic control
Gave first aid at scenes before the ambulance came | Pre-hospital care
Dispatched crews from ambulance control | Emergency dispatch
Escorted prisoners to court | Prisoner escort
Collected council tax arrears | Council tax recovery
Drafted answers to MPs' letters | Ministerial correspondence
Advised landlords on leases | Landlord and tenant law
Filed claims at court and served documents | Court filing
Ran matters from instruction to completion | Managing own caseload
Advised on planning permission and section 106 | Planning law
Compared contracts in Word and marked up changes | Contract review
Updated the HR database | HR systems
Sent out letters to members and logged replies | Correspondence
Kept the holiday calendar of the team | Calendar management
Chased unpaid invoices | Credit control
Applied for funding from the council and trusts | Funding applications
Spoke to schools and rotary clubs about the charity | Public speaking
Thanked supporters by phone | Supporter care
Ran a jumble sale and cake stall | Community fundraising
Gave budgeting advice to families in debt | Debt advice
Visited tenants at home | Home visits
Taught older people to use the internet in the library | Digital inclusion
Moved paintings between stores | Art handling
Wrote catalogue entries for textiles | Cataloguing collections
Supported young people leaving care | Care leavers
Ran parenting classes | Parenting programmes
Gave electrotherapy and ultrasound to injured athletes | Sports injuries
Assessed language in toddlers | Speech and language assessment
Counselled bereaved families | Bereavement counselling
Labelled dispensed medicines | Labelling of medicines
Sterilised handpieces | Instrument sterilisation
Assisted in animal operations | Veterinary theatre
Ran detentions and spoke to parents about behaviour | Behaviour management
Rescued people from floods | Water rescue
Dealt with house sales and purchases for clients | Conveyancing
Booked trains and hotels for the team | Travel booking
Prepared agendas and papers for board meetings | Board papers
Looked after three managers' calendars | Diary management
Ordered paper, toner and pens | Ordering office supplies
Sorted and delivered letters to departments | Mail room
Organised a sponsored walk | Fundraising events
Interviewed new tenants and signed agreements | Tenancy sign-ups
Helped library visitors to find books | Library customer service
Showed visitors round the museum | Museum tours
"""
"""Lines that show what is asked for, in part at least."""
NOT_MET = """
Wrote drug monographs for the therapeutics committee | Commissioning and acquisitions editing
Braced steel frames | Orthodontic braces
School cook | School teaching
Plant nursery assistant | Nursery experience with under fives
Patrolled the hotel pool as lifeguard | Police patrol
Arrested the decline in sales | Powers of arrest
Hosted a police themed party | Policing
Football trial | Trial advocacy
Used payroll giving as a donor | Payroll
Organ donor coordinator | Major donor fundraising
Campaign manager for Google Ads | Campaigning and advocacy
Sheltered workshop for disabled people | Sheltered housing
Python libraries pandas and NumPy | Library experience
Booked hotels for guests | Book issuing
Curated playlists for a bar | Exhibition curation
Archived emails | Archive cataloguing
Read books for pleasure | Library experience
Cleaned wards and emptied bins in a hospital | Wound cleaning
Dressed shop windows | Wound dressing
Housekeeper in a care home | Personal care
Handled parcels in a warehouse | Moving and handling of people
Fostered a culture of learning in the team | Fostering
Counselled students on subject choice | Psychotherapy
Dispensed drinks at the bar | Dispensing prescriptions
Sold cosmetics at Boots | Medicines advice
Bridge construction on the A14 | Crown and bridge work
Root cause analysis | Root canal treatment
Animated characters | Animal handling
Taught myself guitar | Music teaching
Phone support for a classroom software firm | Classroom management
Policy holder services at an insurer | Public policy
Family support worker | Family law
Employment adviser at a job centre | Employment law
Trained for a marathon | Staff training
Data centre technician | Data entry
Made minute adjustments to lenses | Minute taking
Post office counter clerk | Office manager experience
Raised venture capital for a start-up | Charity fundraising
Trust deeds in a law firm | Trust fundraising
Rented cars to tourists | Lettings
Block paving | Block management
Credit control and debt collection | Collection development
Wrote reports on hospital budgets | Clinical documentation
Physical training instructor in the army | Physical therapy
Sold textbooks to schools | Teaching experience
Interviewed for a part-time job | Interviewing candidates
Type 2 diabetes nurse | Typing
Wrote Python scripts for reports | Screenwriting
Cleaned data for hospital ward reports | Ward cleaning
Will write code in Java | Will drafting
Cleaned the lobby beside hospital wards | Ward cleaning
Booked by the team as speaker, appointments were late | Appointment booking
Wrote software for libraries | Library work
Supported cloud platforms for charities | Charity fundraising
Issued stock to engineers | Issuing books
"""
"""Lines that sound alike, or show something near it at most."""


def _verdicts(told: str, asked: str) -> list[str]:
    cv = f"Sam Sample\n\nExperience\nWorker, Hill Ltd, Jan 2019 - present\n- {told}\n- Kept the site tidy\n"
    posting = f"Worker\n\nResponsibilities\n- Help in the building\n\nRequirements\n- {asked}\n- Punctual\n"
    found = match(cv, posting, as_of=date(2026, 11, 1)).skill_matches
    return [skill.verdict for skill in found if skill.skill != "Punctual"]


@pytest.mark.parametrize("pair", MET.strip().split("\n"))
def test_another_wording_shows_what_is_asked(pair: str) -> None:
    told, asked = pair.split(" | ")
    verdicts = _verdicts(told, asked)
    assert verdicts
    assert "missing" not in verdicts


@pytest.mark.parametrize("pair", NOT_MET.strip().split("\n"))
def test_what_only_sounds_alike_does_not_show_it(pair: str) -> None:
    told, asked = pair.split(" | ")
    assert "met" not in _verdicts(told, asked)
