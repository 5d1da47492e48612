"""What a CV says in one wording and a posting asks for in another: software, business, media, science and property."""

from datetime import date

import pytest

from shared.matching import match

CV = (
    "Sam Sample\nsam@example.com 07700 900123\n\nExperience\nWorker, Hill Ltd, Jan 2019 - present\n"
    "- {}\n- Kept the site tidy for everybody in the building\n"
)
POSTING = "Worker\n\nResponsibilities\n- Help in the building\n\nRequirements\n- {}\n- Punctual\n"
MET = """
Advised clients on ISAs and pensions|Financial advice
Advised clients on cost reduction|Management consulting
Advised on waste permits|Environmental permitting
Allocated staff to shifts|Rostering
Answered RFPs and tenders|Bid writing
Answered tickets in Zendesk|Customer support
Applied make-up for film|Make-up artistry
Approved personal loans|Consumer lending
Assessed damage to cars after accidents|Vehicle damage assessment
Asterisk and SIP trunks|VoIP
Audited energy use of offices|Energy audits
Automated backups of servers|Backup and recovery
Bat and newt surveys|Protected species surveys
Benchmarked competitors|Competitor analysis
Bid on keywords|PPC
Block management and service charges|Service charge budgets
Booked bands for festivals|Artist booking
Booked containers with shipping lines|Ocean freight
Booked flights on Amadeus|Flight reservations
Booked meetings for the account executives|Appointment setting
Bought TV airtime|Media buying
Briefed sponsors and steering groups|Stakeholder management
Brought up new boards|Board bring-up
Budgeted costs for five departments|Budgeting
Built Yocto images|Embedded Linux
Built a recommender|Recommendation systems
Built glossaries|Terminology management
Built relationships with clients|Client relationship management
Built sets for theatre|Set construction
Built slide decks|PowerPoint
CIMA finalist|Part-qualified CIMA
CTA qualified|Chartered Tax Adviser
Calculated scope 1, 2 and 3 emissions|Carbon accounting
Called on pharmacies in my territory|Territory management
Calmed angry callers|De-escalation
Chased overdue invoices|Credit control
Checked builds on five browsers|Cross-browser testing
Checked in passengers|Passenger check-in
Cleaned customer data|Data cleansing
Closed six-figure deals|Proven record of closing deals
Coded invoices and matched them to POs|Three-way matching
Cohort and churn analysis|Customer analytics
Compared quotes from vendors|Quote comparison
Composed music for adverts|Music composition
Consecutive interpreting in court|Court interpreting
Consolidated five subsidiaries|Group consolidation
Containerised Flask services with Docker|Python
Converted Figma designs to pixel-perfect HTML and CSS|Front end development
Counted birds on estuaries|Bird surveys
Counted stock weekly|Stock counting
Counted tablets and labelled bottles|Dispensing
Cross-browser bugs fixed in Safari and IE|Cross-browser compatibility
Cultured mammalian cells|Cell culture
Cut our AWS bill by a third|Cloud cost optimisation
Cut spend by 12%|Cost savings
DPSI|Diploma in Public Service Interpreting
Data entry in eCRFs|EDC systems
Debugged boards with oscilloscope and logic analyser|Hardware debugging
Demonstrated the software to prospects|Product demonstrations
Deployed with blue-green releases|Deployment strategies
Designed and documented endpoints in OpenAPI|Swagger
Designed icons and illustrations|Icon design
Deviations and CAPAs|CAPA
Distilled solvents|Distillation
Dossiers for the EMA|Regulatory affairs
Drafted statements in a crisis|Crisis communications
Due diligence on acquisitions|M&A
Engineered features from clickstream data|Feature engineering
Exploratory and regression testing by hand|Manual testing
Extracted DNA from plant tissue|DNA extraction
Facilitated daily stand-ups and retros|Agile ceremonies
Facilitated strategy away days|Facilitation
Filed accounts at Companies House|Companies House filings
Filmed and cut videos for YouTube|Video production
Fine-tuned BERT for classification|NLP
Firmware in C for STM32 microcontrollers|Embedded C
Fixed accessibility bugs for screen reader users|Accessibility (a11y)
Forecast material needs|Materials planning
Formulated paints and adhesives|Formulation
Fortinet and Palo Alto firewalls|Firewall administration
Found and booked venues|Venue sourcing
Graded in DaVinci Resolve|Colour grading
Greeted guests and checked them in at hotel reception|Front desk
Grew bacteria on agar|Bacteriology
Grew the account by 30%|Account growth
Guided clients through set-up|Customer onboarding
Guided walking tours|Tour guiding
Handled mice under a personal licence|In vivo
Hibernate and JPA|ORM frameworks
ICP-OES|Elemental analysis
Illustrated children's books|Book illustration
Imaged and deployed laptops with SCCM and Intune|Device management
Improved landing page conversion|Conversion rate optimisation
Incoterms and customs entries|Import/export
Inspected rented flats|Property inspections
Intercompany recs|Intercompany reconciliations
Interpreted at hospital appointments|Medical interpreting
Interviewed managers to find bottlenecks|Process analysis
Interviewed sources and filed copy|Journalism
Inventories and check-outs|Property inspections
Investigated suspected fraud on cards|Fraud investigation
Issued airline tickets|Airline ticketing
Kept books for sole traders|Bookkeeping
Kept lab notebooks and calibrated pipettes|Laboratory skills
Kept the TMF inspection ready|Trial master file
Kept the asset register of laptops|IT asset management
Kept the pipeline in Salesforce|Pipeline management
Kinesis and Kafka streams|Real-time data streaming
Launched three products|Product launches
Lease renewals and rent reviews|Lease negotiation
Led a programme of five projects|Programme management
Led change programmes after a merger|Change management
Let and managed 200 flats|Lettings
Lifted and shifted 40 servers to Azure|Cloud migration
Localised date formats and right to left layouts|Internationalisation
Localised games into French|Localisation
Logged bugs with steps to reproduce|Bug reporting
Logged rushes and assisted the editor|Logging footage
Made pages responsive for phones and tablets|Responsive web design
Managed guest lists and seating plans|Guest list management
Managed the brand relaunch|Brand management
Managed the product life cycle|Product lifecycle management
Managed vendor contracts|Contract management
Mapped as-is and to-be processes|Business process mapping
Marketed houses on Rightmove|Property marketing
Maya rigging and keyframes|3D animation
Measured viscosity of paints|Rheology
Message queues with RabbitMQ|Experience with message brokers
Mixed podcasts|Audio mixing
Monitored river water quality|Water quality monitoring
Monitored sites as a CRA|Clinical trial monitoring
Moved data from SQL Server to BigQuery|Data migration
Negotiated annual contracts with buyers|Contract negotiation
Negotiated prices with suppliers|Supplier negotiation
Node.js and Express back ends|Server-side JavaScript
Onboarded starters with laptops and accounts|User provisioning
Opened current accounts for customers|Retail banking
Orchestrated jobs with Dagster|Workflow orchestration
Organised conferences for 500 delegates|Conference organisation
Organised stands at trade fairs|Exhibitions
Owned the backlog and wrote user stories|Backlog management
Owned the backlog and wrote user stories|Product ownership
Petty cash and expenses|Expense processing
Photographed products in a studio|Product photography
Pitched stories to journalists|Media relations
Planned media spend across TV and radio|Media planning
Planned weddings|Event planning
Planned weddings|Wedding planning
Planned weekly production|Production planning
Planted trees and cleared scrub|Habitat management
Playwright and Cypress end-to-end tests|Test automation frameworks
Polymer blends|Polymer science
Post-edited machine output|Machine translation post-editing
Prepared 1040s and 1120s|US tax preparation
Prepared audit schedules for the auditors|Audit support
Prepared customs paperwork|Customs documentation
Prepared the VAT quarter|VAT returns
Presented a radio show|Broadcasting
Presented findings to the board|Presentation skills
Priced policies with GLMs|Actuarial pricing
Prompted large language models|Prompt engineering
Prospected and won new clients|New business development
Published two apps to the Play Store in Kotlin|Android development
Quoted for jobs and followed up enquiries|Quotations
R&D tax claims|R&D tax credits
RERA registered broker|Real estate brokerage
Raised sales invoices in Xero|Invoicing
Ran Meta and TikTok ad campaigns|Paid social media
Ran a GDPR programme and DPIAs|Data protection
Ran a £2m project from start to close|Project management
Ran card sorting with users|UX research
Ran columns and TLC|Column chromatography
Ran day-to-day operations of the depot|Operations management
Ran gels and blots|Gel electrophoresis
Ran onboarding webinars for new users|Webinars
Ran tenders and evaluated bids|Tendering
Ran the company's Instagram and Facebook pages|Social media management
Ran the desk for live gigs|Live sound
Ran the warehouse and dispatch|Warehouse management
Randomised patients to study arms|Randomisation
Rang 80 prospects a day|Cold calling
Reconciled trades and settled securities|Trade settlement
Recorded and mixed bands in Pro Tools|Sound engineering
Redesigned processes and cut lead time|Process improvement
Reduced supplier lead times|Lead time reduction
Released batches under GMP|Batch release
Renewed contracts worth 1m|Renewals
Replaced faulty hard drives and RAM|Hardware repair
Reported KPIs to the board monthly|KPI reporting
Reserving in ResQ|Actuarial reserving
Restored peat bogs|Peatland restoration
Reviewed balance sheet recs|Balance sheet reconciliations
Reviewed colleagues' code|Code reviews
Reviewed firewall logs|Log analysis
Rigged lights for theatre|Stage lighting
SAS macros|SAS programming
SEM and XRD of alloys|Materials characterisation
SPI, I2C and UART interfaces|Serial communication protocols
Sampled stack emissions|Emissions testing
Sang in a choir|Singing
Scheduled posts in Hootsuite|Social media scheduling
Security+|CompTIA Security+
Set safety stock levels|Inventory planning
Set up printers, phones and workstations|Desktop support
Set up replication for MySQL|Database replication
Set up stages and marquees|Event set-up
Set up tracking in GTM|Google Tag Manager
Sewed costumes for plays|Costume making
Shot interviews on a Sony FX6|Camera work
Showed buyers round houses|Property viewings
Signed for deaf pupils|Sign language interpreting
Sketch and InVision|UI design tools
Sold flats and houses as an estate agent|Residential sales
Sold kitchens in customers' homes|Home sales visits
Sold life policies|Life insurance sales
Sold package holidays|Travel consultancy
Sold shoes in a shop|Retail sales
Sourced parts from China|Strategic sourcing
Spend analysis|Spend analytics
Split epics into stories|User stories
Stage managed three plays|Stage management
Stress tests under Basel III|Regulatory capital
Submitted iOS builds to the App Store|iOS
Surveyed hedgerows for dormice|Ecology
Synthesised small molecules|Organic synthesis
Talked to customers and ran discovery interviews|Product discovery
Taught guitar|Guitar tuition
Tensile and hardness tests|Mechanical testing
Tested components with Jest and React Testing Library|Front-end testing
Tested prototypes with customers|Usability testing
Tested subject lines|Email marketing
Thermal analysis by DSC and TGA|DSC
Threat hunting in CrowdStrike|EDR tools
Took consent from participants|Informed consent
Tracked budget and timeline of three builds|Budget tracking
Traded government bonds|Fixed income
Trained customers on the software|Customer training
Tuned slow SQL queries and added indexes|Query optimisation
Underwrote household and motor policies|Insurance underwriting
Underwrote mortgages|Mortgage underwriting
VLANs and trunking|LAN switching
Valued houses for mortgage lenders|Property valuation
Verified bug fixes before go-live|Retesting
Visa applications for travellers|Visa processing
Visited doctors to promote medicines|Pharmaceutical sales
Visual design of app screens|UI design
Walkthroughs and sampling of controls|Controls testing
Watched Splunk alerts in a 24/7 SOC|SIEM
Windows Server 2019, GPOs, DNS and DHCP|Group Policy
Won back lapsed customers|Customer retention
Wrote PRDs and set the roadmap|Product roadmap
Wrote SOPs|Standard operating procedures
Wrote acceptance criteria|User stories
Wrote audit reports for the audit committee|Internal audit
Wrote business cases|Business case development
Wrote middleware in Express|Node.js
Wrote study protocols|Protocol writing
Wrote technical manuals|Technical writing
Wrote test plans and test cases|Test planning
Wrote unit tests before the code|TDD
dbt models and tests|Data transformation
scikit-learn models|Predictive modelling
Web and graphics designer at an agency | Graphic design
Made flyers and catalogs for shops | Marketing materials
Wrote letters in Microsoft Word | Word processing
Gave diet instructions to 40 clients | Dietary plans
Prepared technical data sheets for pumps | Technical documentation
Wrote Pig Latin scripts for a cluster | Apache Pig
Sidewalks with ADA compliant design | ADA accessibility
Performed stormwater calculations for car parks | Storm water calculations
Corrected the system by inventory adjustments | Inventory control
"""
PARTIAL = """
ACCA part-qualified|ACCA qualified
Built churn models for a telecom|Machine learning
Cleaning validation|Process validation
Kanban replenishment|Just in time
Renewals and mid-term adjustments for commercial clients|Insurance broking
SAS listings to CDISC|SDTM
Triaged phishing reports and malware alerts|Incident response
Wrote knowledge base articles|Technical documentation
Wrote shaders in GLSL|OpenGL
"""
MISSING = """
Built evaluation sets for a model|Set building
Closed the shop each night|Closing deals
Data entry clerk|Data analysis
Did security rounds and watched CCTV|Cyber security
Graded eggs|Colour grading
Hotel lobby cleaned|Lobbying
Interpreted X-ray images|Interpreting
Java|JavaScript
Let guests in at the door|Lettings
Managed social media accounts|Account management
Mapped user journeys|GIS mapping
Mobile crane driver|Mobile development
MySQL administration|NoSQL databases
Negotiated stairs with a trolley|Contract negotiation
Personal training clients|User training
Photographed wounds for records|Product photography
Prompt and reliable|Prompt engineering
Quoted in the local paper|Quotations
React web apps|React Native
Released patients from traction|Batch release
Reserve in the army|Actuarial reserving
Rigged sailing boats|Lighting rigging
Scrum half in rugby|Scrum
Security guard|Information security
Sold cars|Car maintenance
Sold home insurance|Estate agency
Stress management courses|Stress analysis
Synthesised feedback from users|Organic synthesis
Valued member of the team|Property valuation
Wrote a small PowerShell script|Scriptwriting
"""
"""Sounds alike, but is another thing."""


def verdicts(line: str) -> set[str]:
    said, asked = line.split("|")
    result = match(CV.format(said), POSTING.format(asked), as_of=date(2026, 11, 1))
    return {one.verdict for one in result.skill_matches if one.skill.lower() != "punctual"}


@pytest.mark.parametrize("line", MET.strip().splitlines())
def test_another_wording_of_the_same_is_met(line: str) -> None:
    assert verdicts(line) == {"met"}


@pytest.mark.parametrize("line", PARTIAL.strip().splitlines())
def test_what_is_near_is_partial(line: str) -> None:
    assert verdicts(line) == {"partial"}


@pytest.mark.parametrize("line", MISSING.strip().splitlines())
def test_what_only_sounds_alike_is_missing(line: str) -> None:
    assert verdicts(line) == {"missing"}


@pytest.mark.parametrize(
    "line", ["Data protection", "Data protection and GDPR", "Pensions administration", "Life insurance sales"]
)
def test_a_line_of_what_is_asked_for_is_no_boilerplate(line: str) -> None:
    assert verdicts(f"Swept floors|{line}") == {"missing"}


def test_what_says_more_of_a_thing_stays_a_skill_of_its_own() -> None:
    assert verdicts("Reduced Kubernetes costs by half|Kubernetes") == {"met"}
