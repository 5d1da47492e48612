"""Titles as CVs and postings have them, and the family of each."""

import pytest

from shared.matching import match, read_posting
from shared.matching.families import family_table
from shared.matching.job_titles import title_in
from shared.matching.requirements import LEADS
from shared.matching.short_titles import is_shortened, spelled_out

NAMES = [family.name for family in family_table().families]
TITLES = {
    "java development": """
        Team Lead (Java); Developer - Java; Java Developer II; Associate Java Developer; Sr. Java Full-Stack
        Dev; Sr. Java/Spring Boot Developer;
        Java Technical Lead; Java Development Manager; Hibernate Developer
    """,
    "dotnet development": """
        Lead Developer (.NET); Sr. ASP.NET Developer;
        Sr. .NET Tech Lead; Sitecore Developer
    """,
    "frontend development": """
        Developer, Front End; React Developer (Contract); Senior Frontend Product Engineer;
        Front End Architect; UI Architect;
        TypeScript Developer;
        Front-end Team Lead; React Tech Lead; Svelte Developer
    """,
    "web development": """
        Website Manager; Web Editor;
        Web Engineer; Symfony Developer; Shopify Developer; WordPress Engineer;
        Web Designer and Developer;
        Web Team Lead; AEM Developer
    """,
    "python development": """
        Python Dev;
        Python Architect; FastAPI Developer
    """,
    "backend development": """
        Backend Eng.; Senior Back-end Engineer - Node.js;
        NestJS Developer;
        Node.js Lead; API Engineer; Microservices Developer; Elixir Engineer
    """,
    "software engineering": """
        Sr. Software Engr.; Graduate Programmer; Member Technical Staff; Software Engineering Intern;
        Application Development Analyst; Application Development Team Lead; Engineer, Software; Software
        Eng. Co-op; Perl Developer; Integration Developer; Principal Software Engineer; Software Engineer,
        Payments; Software Dev Engineer; Junior Software Dev; Full-time Programmer; Oracle Apex Developer;
        Software Engineer - Graduate Scheme; Sr. Member of Technical Staff; Lead Software Engineer -
        Platform; Senior SE; Sr. SE; Associate Application Developer; Junior Software Engineer (Apprenticeship);
        UiPath Developer; RPA Developer;
        Delphi Developer; Founding Engineer;
        Solutions Engineer; Compiler Engineer; Software Specialist; Technology Consultant; MuleSoft
        Integration Lead;
        Senior Technology Architect; Principal Architect; Chief Architect; Lead System Architect;
        Guidewire Developer; Finacle Developer
    """,
    "game development": """
        Graphics Programmer; Rendering Engineer;
        AR/VR Developer
    """,
    "mainframe development": """
        Mainframe Modernization Expert; COBOL Specialist; Mainframe Integration Engineer;
        iSeries Developer
    """,
    "engineering management": """
        Engg. Manager; VP, Engineering; Software Engineering Manager; Senior Manager - Application Development
    """,
    "embedded software": """
        BSP Engineer; Embedded Software Engr;
        IoT Engineer; Microcontroller Software Developer; Embedded & IoT Software Engineer;
        Qt Developer;
        Embedded Linux Engineer; RTOS Developer;
        Embedded Architect
    """,
    "mobile development": """
        iOS Dev; Lead iOS Engineer;
        React Native Engineer;
        Xamarin Developer; Swift Engineer;
        iOS Lead; Mobile Architect; Objective-C Developer
    """,
    "quality assurance testing": """
        Engineer - QA; Sr. Test Analyst; Test Engineer - Manual & Automation; Software QA Analyst;
        ETL/Data Warehouse Tester; Head of Testing;
        Quality Engineering Lead; QA Automation Architect; Software Engineer - Quality Engineering & Automation;
        Test Architect; Quality Analyst
    """,
    "devops": """
        DevOps Engineer - L3; AWS DevOps Engineer II; DevOps Staff
        Engineer; DevOps Staff Engineer/Administrator;
        TechOps Engineer; GCP Engineer; CI/CD Engineer;
        Cloud Operations Analyst; DevSecOps Lead;
        Cloud Analyst;
        Cloud Developer; Observability Engineer; Software Configuration Manager; SCM Engineer
    """,
    "systems administration": """
        Sys Admin; IT Administrator; Jr. Systems Admin; Data Center Operator; Data Centre Engineer;
        Linux Specialist; WebLogic Administrator; Azure Administrator;
        O365 Administrator; Citrix Consultant; Jira Administrator;
        Endpoint Engineer; IT Systems Administration & Support;
        VDI Engineer; Intune Administrator; O365 Engineer; Wintel Lead; Virtualization Engineer
    """,
    "network engineering": """
        Network Admin; Broadband Installation Technician; Asst. Network Admin; Tower Climber; Network
        Operations Technician; Network Support Technician; Network Designer; Telecommunications Designer
    """,
    "information security": """
        Cyber Analyst; Information Assurance Analyst; Head of Cyber Security; Threat Intelligence Analyst;
        Asst. Manager - Information Security; Information Security Risk Analyst; Incident Response Analyst;
        Malware Analyst; SecOps Consultant;
        Ethical Hacker; Threat Analyst;
        SIEM Engineer;
        SOC Engineer; Detection & Response Engineer; Identity Engineer; Information Security Lead;
        Digital Forensics Analyst; Red Team Operator;
        Security Lead; Security Specialist; IAM Consultant; SailPoint Developer; AppSec Engineer;
        VAPT Analyst; GRC Consultant
    """,
    "it support": """
        Information Technology Intern; IT Assistant; Computer Specialist; Application Support;
        Help Desk Tech; Desktop Engineer; L1 Support Engineer; Technical Support Rep; IT Trainee; Deskside
        Support; PC Technician; Service Desk Team Lead; IT Exec.; Second Line Engineer; End User Computing
        Analyst; EUC Engineer; Systems Support Analyst; IT Operations Analyst; Technical Support Advisor;
        Infrastructure Support Engineer; Desktop Support Associate; IT Service Desk Apprentice; Technical
        Support Officer; IT Helpdesk Agent; IT Support Officer; Desktop Technician; Customer Support Engineer;
        Information Technology Internship; Major Incident Manager; Director End User Support; ITSM Consultant;
        Senior Tech Services Analyst;
        Level 2 Engineer; Tier 2 Support; L2 Technician;
        Technical Support Lead; Desktop Administrator
    """,
    "database administration": """
        Jr. DBA;
        Database Programmer;
        Database Lead; Cassandra Administrator
    """,
    "data engineering": """
        Sr. Data Engr; Sr. Data Engineer, AWS;
        Data Engineer Graduate Trainee;
        dbt Developer
    """,
    "data analysis": """
        Management Information Analyst; Research Analyst; Sr. Analyst - MIS; Data Insights Manager; Digital
        Analyst; Data Analyst (Marketing); Asst. Manager - MIS; Insights Manager; Data Technician; Data
        Operations Manager;
        Clinical SAS Programmer;
        Power BI Analyst; PowerBI Developer;
        Data Consultant; Data Specialist
    """,
    "data science": """
        Associate Data Scientist;
        GenAI Engineer; Generative AI Developer;
        LLM Engineer
    """,
    "business analysis": """
        Lead Business Analyst - Payments; Analyst, Business Systems; Process Improvement Analyst; Lead BA /
        Product Owner; Business Systems Analyst; Business Analyst - Insurance; Sr. Business Systems Analyst;
        Product Owner (Digital)
    """,
    "product management": """
        Product Mgr.; Director, Product Management
    """,
    "project management": """
        Project Coord.; Project Mgr; Director, Program Management; PMO Coordinator; Technical Project Manager;
        Asst. Manager - Projects; Sr. Program Manager; Project Lead; Implementation Consultant; Project
        Executive; Head of PMO; Dy. Manager - Projects; Asst. Project Manager - Construction; Project Mgr -
        Infrastructure; Project Controls Engineer; Senior Planning Manager
    """,
    "sap consulting": """
        Consultant - SAP FICO; SAP FICO Consultant - Associate; Senior FICO Consultant; SAP Senior FI/CO
        Consultant; Basis Consultant; Enterprise Resource Planning Consultant;
        SAP BTP Backend Developer; SAP Fiori Developer;
        SAP PI/PO Consultant; Workday Integration Developer
    """,
    "user experience design": """
        Head of UX; Senior Designer - UX; Content Designer; User Experience (UX) Designer; Service Designer
    """,
    "technical writing": """
        Tech Writer; Technical Editor
    """,
    "office administration": """
        Admin Asst.; Administrative Asst II; PA to Managing Director; Exec. Assistant; EA to CEO; Office
        Junior; Business Administration Apprentice; Team Administrator; Minute Taker; Committee Clerk; Filing
        Clerk; Mail Room Clerk; Post Room Assistant; Band 3 Administrator; Executive Support Officer; Exams
        Officer; PA/Office Manager; Front Office Administrator; Clerk III; Correspondence Clerk; Data & Admin
        Assistant; Executive PA; Departmental Administrator; Senior Secretary; Order Processing Clerk;
        Scheduling Coordinator; Office Assistant; Governance Administrator; Diary Secretary; Translation
        Coordinator; Admin. Officer; Office Admin; Clerical Assistant Band 2; Business Support Assistant;
        School Administrative Assistant; Grade IV Officer - Administration; Receptionist/Admin Assistant;
        Admin Assistant/Receptionist; Bookings Coordinator; Reprographics Technician; Admissions Secretary;
        Administrative Secretary III; Support Secretary; Group PA; Repairs Administrator; Medical Audio
        Typist; Site Secretary; Accounts & Admin Assistant; Executive Assistant to CFO; School Clerk; Head
        Clerk; Correspondence Officer; Business Administrator; Document Controller; Back Office Executive;
        Mailroom Incharge; Staff Assistant
    """,
    "reception": """
        Front Desk Exec; GP Receptionist; Company Receptionist; Front of House Receptionist; Practice
        Receptionist
    """,
    "data entry": """
        Data Processing Executive; Data Capturer; Data Entry Associate; Data Collector
    """,
    "operations management": """
        Ops Manager; Manager, Operations; AGM - Operations; GM Operations; Head of Ops; Chief of Staff; Deputy
        General Manager; Regional Director; Operations Team Leader; Country Manager; VP of Ops; DGM -
        Operations; Business Operations Manager; Site Operations Manager; Operations Co-ordinator; General
        Manager - Operations & Maintenance; Regional Operations Director; Branch Operations Officer; General
        Manager
    """,
    "management consulting": """
        Associate Consultant - Strategy; Transformation Lead; Chief Strategy Officer; Management Analyst
    """,
    "customer service": """
        Call Center Rep; Customer Care Exec.; Complaints Handler; Tele Caller; Customer Relationship Officer;
        Help Desk Representative; Bilingual Customer Service Representative; Customer Operations Manager;
        Patient Liaison Officer; Bereavement Adviser; Live Chat Agent; Service Coordinator; Customer Service
        Officer; Customer Care Rep; Customer Experience Executive; Sr. Associate - Customer Support; Travel
        Customer Service Agent; Customer Happiness Specialist; Repairs Call Handler; Housing Customer Adviser;
        Customer Contact Officer; Retention Specialist; Billing Support Agent; Technical Helpdesk Agent;
        Customer Service Supervisor; Inbound Call Centre Agent; Customer Resolution Specialist; Senior
        Customer Service Associate; Customer Adviser - Building Society; Customer Service Assistant -
        Supermarket; Customer Complaint Analyst; Customer Care Advisor
    """,
    "accounting": """
        Administrativo contable; Accounts Manager; Finance Apprentice; R2R Analyst; Sr. Accounts Exec.;
        Accounts Head; Accounts Trainee; Asst. Manager Accounts; Senior Finance Assistant; Revenue Accountant;
        Reconciliation Analyst; Practice Accountant; Inter CA / Article Trainee; Systems Accountant; Grants
        Accountant; Financial Reporting Manager; Accounts Asst.; Manager - Accounts; Asst. Finance Officer;
        Sr. Executive - Accounts; Accountant/Bookkeeper; Assistant Management Accountant; Finance
        Administrator; Junior Finance Officer; Fixed Asset Accountant; Group Accountant; Inventory Accountant;
        Treasury Accountant; Finance & Admin Manager; Trainee Management Accountant; Sr. Accountant -
        Projects; Accounting Executive
    """,
    "bookkeeping": """
        AR Analyst; Accounts Receivable Associate; Billing Executive; Book-keeper; Expenses Clerk; Collections
        Officer; Accounts Payable Lead; Cash Office Clerk; Income Recovery Officer; Accounts Payable
        Associate; Credit Control Administrator; Payment Executive
    """,
    "financial control": """
        Head of Financial Reporting; Assistant Manager - Finance
    """,
    "financial analysis": """
        Manager, FP&A; Senior Pricing Analyst
    """,
    "auditing": """
        Audit Asst.; Audit Semi-Senior; Sr. Internal Auditor; Audit Manager - Statutory; Assurance Associate
    """,
    "tax": """
        GST Executive; Indirect Tax Associate; Taxation Manager
    """,
    "payroll": """
        Payroll Exec; Payroll Mgr; Sr. Payroll Executive; HR & Payroll Officer
    """,
    "banking": """
        Cashier - Bank; Branch Sales Officer; Business Banking Manager; Loans Administrator; Client
        Relationship Executive; Assistant Branch Manager; Customer Relationship Manager - Banking; Lending
        Manager; Mortgage Consultant; Bank Branch Manager; Vault Teller; Gold Loan Officer; Private Banker;
        Relationship Manager - SME Banking; Loan Underwriter; Business Relationship Manager; Bank Officer -
        Scale I; Senior Lending Officer; Phone Banking Officer; Credit Risk Underwriter; Cash Management
        Officer; Commercial Lender; Assistant Manager - Bank; Senior Mortgage Adviser; Branch Small Business
        Banker; Manager Residential Mortgage; Loan Closer; Financial Counselor
    """,
    "investment": """
        Portfolio Mgr; IFA; Stockbroker; Pensions Consultant; Investor Relations Manager; Fund Administrator;
        Portfolio Analyst; M&A Analyst; Financial Representative; Manager Capital Market; Quant Analyst;
        Managing Director Investment Banking
    """,
    "insurance": """
        Claims Executive; Technical Claims Handler; Insurance Account Handler; Life Insurance Advisor; Medical
        Claims Examiner; Claims Adviser; Sr. Underwriter; Motor Insurance Claims Adviser; Claims & Complaints
        Advisor; Loss Assessor; Insurance Surveyor; Workers Compensation Adjuster; Pension Scheme
        Administrator; Property Adjuster; Insurance Sales Executive; Medical Claims Analyst; Insurance Claims
        Adviser; Underwriting Assistant; Loss Control Representative; Licensed Sales Producer; Property
        Insurance Inspector
    """,
    "risk and compliance": """
        Analyst, Fraud; Risk Mgr.; Head of Compliance; Financial Crime Analyst; Due Diligence Analyst;
        Transaction Monitoring Analyst; Sanctions Analyst; MLRO; Internal Controls Manager; Ethics &
        Compliance Officer; VP - Compliance; KYC Officer; Anti-Money Laundering Officer; Compliance Monitoring
        Officer; Fraud Prevention Analyst; Bank Examiner; Chief Risk Officer
    """,
    "human resources": """
        HR Exec; HR Asst.; HRBP; Officer (HR); HR Intern; Human Resource Mgr; ER Specialist; DGM HR; People
        Operations Specialist; Reward Analyst; HR Coord.; Industrial Relations Officer; Head of People; Time
        Office Executive; Admin & HR Executive; Manager - HR & Admin; HR Recruiter; Personnel Officer; Head -
        HR; Payroll & HR Administrator; Sr. Manager - HR; HR Trainee; Employee Relations Manager; Executive -
        HR Operations; Senior People Advisor; HR Shared Services Associate; Head of Talent; Workforce
        Coordinator; Time & Attendance Clerk; Culture Manager; Early Careers Manager; Administrator - HR; HR
        Co-ordinator; Human Resources Officer; Asst. HR Manager; Human Resource Professional
    """,
    "recruitment": """
        TA Specialist; Resourcing Advisor; Principal Recruitment Consultant; Recruitment Resourcer; Talent
        Sourcer; TA Lead; Volume Recruiter; Nurse Recruiter; Graduate Recruiter; Recruitment Administrator
    """,
    "training and development": """
        Training Coord.; NVQ Assessor; Apprenticeship Assessor; Learning & Development Coordinator; Training
        Adviser; Assessor/Trainer; Learning Technologist; Induction Trainer; Trainer - Soft Skills; Functional
        Skills Tutor; Training Co-ordinator; Technical Training Instructor; Public Speaking Coach; Curriculum
        Developer
    """,
    "sales": """
        Commercial B2B; Representante de ventas; Sales Exec; Sales Mgr; Key Account Mgr; Door to Door
        Canvasser; Brand Ambassador; Sales Trainee; Area Sales Executive; Sr. Sales Officer; Merchandising
        Sales Rep; Direct Sales Agent; Sales Ops Analyst; Channel Sales Manager; Technical Sales Rep; Sr.
        Account Manager; Field Sales Executive; Sales Promoter; Asst. Sales Manager; Executive, Inside Sales;
        Regional Account Manager; Sales Support Administrator; Sales Development Rep; Car Sales Executive; Sr.
        Territory Manager; Solar Sales Consultant; Timeshare Sales Rep; Technical Account Manager; Ticket
        Sales Assistant; Trade Counter Sales; Freight Sales Executive; Sr. Sales Manager; Business Sales
        Executive; Area Sales Rep; Sales Team Leader; Pharma Sales Rep; Director, Regional Sales; Head -
        Sales; Client Partner; GM (Sales)
    """,
    "business development": """
        Director, Business Development; BD Manager; Sr. BDE; Deputy Manager - Business Development
    """,
    "retail sales": """
        Hôte de caisse; Shelf Stacker; Retail Advisor; Night Shelf Filler; Checkout Assistant; Bakery
        Assistant; Grocery Clerk; Produce Clerk; Deli Assistant; Petrol Station Attendant; Sales Floor Team
        Member; Counter Assistant; Forecourt Assistant; Part-time Sales Assistant; Customer Assistant - Tesco;
        Shop Floor Assistant; Sales Colleague; Customer Team Member; Retail Sales Executive; Trolley
        Collector; Fitting Room Assistant; Personal Shopper; Seasonal Sales Associate; Jewellery Sales
        Consultant; Store Colleague; Retail Team Member; Sales Asst. (Part-time); Kiosk Assistant; Grocery
        Assistant; Store Cashier; Store Demonstrator; Counter Manager - Cosmetics; Wine Advisor; Newsagent;
        Off-licence Assistant; Clothing Sales Assistant; Garden Centre Assistant; Showroom Consultant; Bottle
        Shop Attendant; Retail Sales Associate; Supermarket Cashier; Shop Keeper; Shelf Stocker; Bakery Team
        Member
    """,
    "retail management": """
        Asst. Store Manager; Deputy Store Manager; Dept. Manager; Shift Supervisor - Retail; Trainee Store
        Manager; Retail Store Manager; Retail Dept. Manager; Shop Floor Supervisor; Supermarket Manager;
        Store Mgr.
    """,
    "real estate": """
        Estates Surveyor; Lettings Consultant; Property Negotiator; Assistant Property Manager; Commercial
        Property Surveyor; Facility & Estate Manager; Sr. Lettings Negotiator; Tenancy Manager; Lettings
        Coordinator; Estate Agency Branch Manager; Residential Sales Negotiator; Independent Living Officer;
        Assistant Lettings Manager; Foreclosure Specialist
    """,
    "marketing": """
        Marketing Exec; Marketing Asst.; Marketing Mgr; Marketing Coord.; Assistant Brand Manager; Market
        Research Executive; Sr. Marketing Exec.; Marketing & Events Executive; Marketing Apprentice;
        Partnerships Marketing Manager; Jr. Marketing Exec.; Sr. Manager, Brand Marketing; Marketing
        Communications Executive; Customer Marketing Manager; Field Marketing Rep; Marketing Operations
        Specialist; Publicity Assistant; Marketing Officer; Senior Marketing Executive; Account Planner;
        Advertising Buyer; Market Analyst; Brand Strategist
    """,
    "digital marketing": """
        SEO Exec.; E-commerce Manager; Email Marketing Specialist; Content Marketing Manager; Growth Marketer;
        Influencer Marketing Executive; Social Media Intern; Google Ads Specialist; Digital Marketing Trainee;
        SEO Content Writer; SEO & Content Executive; Digital Marketing Mgr; Social Media & Marketing
        Assistant; Digital Executive; Adwords Consultant; Online Advertising Manager
    """,
    "public relations": """
        PR Exec.; PR Account Executive; Comms Manager; AVP - Corporate Communication; Advocacy Manager
    """,
    "event management": """
        Event Exec; Events & Hospitality Coordinator
    """,
    "fundraising": """
        Individual Giving Officer; Volunteer Manager; Advancement Officer; Resource Mobilisation Associate
    """,
    "content and editorial": """
        Content Exec; Editor-in-Chief; Junior Copywriter; Editorial Intern; Screenwriter; Desk Editor; Script
        Editor; Junior Content Writer; Assistant Editor; Ghostwriter; Publisher Assistant; Acquisitions Editor
    """,
    "journalism": """
        Trainee Reporter; Sports Journalist
    """,
    "graphic design": """
        Artworker; Designer (Freelance); Mac Operator; Senior Creative; Creative Designer; Sr. Graphic
        Designer; Layout Designer; Signwriter; Picture Framer; Print Technician; Advertisement Designer;
        Creative Head
    """,
    "animation and video": """
        Compositor; Production Runner; Video Producer; Boom Operator; Assistant Director (Film); Assistant
        Video Editor; Vision Mixer; Radio Engineer; Film Director; Post-Production Assistant; Drone Camera
        Operator; Director of Photography; Lighting Cameraman; Line Producer; Television Floor Manager
    """,
    "arts": """
        Theatre Technician; Drama Facilitator; Orchestra Musician; Theatre Usher; Art Teacher; Actor/Model;
        Music Producer; Backing Singer; Art Technician; Community Arts Worker; Printmaker; Band Director;
        Ballet Teacher
    """,
    "fashion and apparel": """
        Pattern Cutter; Merchandiser (Apparel); Assistant Fashion Designer; Jewellery Designer
    """,
    "translation": """
        Community Interpreter
    """,
    "registered nursing": """
        Band 6 Sister; ANP; RMN; Bank Nurse; ICU RN; Registered Nurse - Band 5; Senior Sister; Nurse
        In-Charge; Cath Lab Nurse; PACU RN; Lead Nurse; Advanced Nurse Practitioner; Occupational Health
        Nurse; Neonatal Nurse; RN Case Manager; Nurse Unit Manager; Endoscopy Nurse; Modern Matron; Agency
        Nurse; Community Midwife; Mental Health Nurse; Registered Nurse (ED); Nurse - Grade A; Paediatric
        Nurse; Clinical Nurse Educator; Specialist Community Nurse; Nurse Prescriber; Staff Nurse / RGN;
        Senior Nurse Manager; Clinical Site Practitioner; Emergency Nurse Practitioner; Flight Nurse;
        Respiratory Nurse Specialist; Labour Ward Midwife; Transplant Coordinator; Vaccination Nurse; Care
        Home Nurse; Theatre Sister; ICU Staff Nurse; Nurse (Band 6); Assistant Nurse Manager; Infection
        Control Practitioner
    """,
    "practical nursing": """
        STNA; Certified Nurse Aide; Clinical Support Worker; Theatre Support Worker; Medication Aide; LPN -
        Long Term Care; Nurse Assistant; Medical Assistant (CMA); Patient Care Partner; Certified Medication
        Tech
    """,
    "care work": """
        PSW; Registered Manager; Care Supervisor; Hospital Porter; Care Team Leader; Activities Coordinator;
        Hospice Aide; Deputy Care Manager; Home Carer; Support Worker (Learning Disabilities); Night Support
        Worker; Care Worker; Home Health Care Aide; Childrens Support Worker; Team Leader - Care Home;
        Caregiver / CNA; Supported Living Manager; Day Care Assistant; Personal Assistant to Disabled Adult;
        Wellbeing Assistant; Care Asst. (Nights); Waking Night Care Assistant; Adult Care Worker; Home Support
        Worker; Senior Support Worker; Care Support Worker; Complex Care Assistant; Extra Care Worker;
        Rehabilitation Support Worker; House Parent; Companion Carer; Mobile Carer; Supervisor - Home Care;
        Autism Support Worker; Care Home Assistant; Bank Support Worker; Support Worker - Mental Health;
        Senior Care Worker; Day Habilitation Specialist
    """,
    "medicine": """
        Arzt; SHO; Registrar - Paediatrics; ICU Registrar; ST3 Paediatrics; Consultant Physician; Trust Grade
        Doctor; Internal Medicine Resident; Family Physician; Emergency Medicine Physician; Duty Medical
        Officer; Psychiatry Registrar; Surgical Registrar; Chief Medical Officer; House Surgeon; Consultant -
        General Medicine; Clinical Director; Medical Consultant; Trauma Surgeon; Family Doctor; Forensic
        Physician; Sessional GP; Chief Resident; General Surgeon; Medical Superintendent; ENT Surgeon; Medical
        Officer - Casualty; Core Trainee - Surgery; Pulmonologist; ICU Resident
    """,
    "dentistry": """
        Associate Dentist; Dental Foundation Trainee; Orthodontist; Dental Officer
    """,
    "dental hygiene": """
        RDH; Dental Therapist & Hygienist
    """,
    "dental nursing": """
        Head Dental Nurse; Registered Dental Assistant; Dental Receptionist; Dental Practice Manager
    """,
    "pharmacy": """
        Pharmacy Intern; Retail Pharmacist; Branch Manager Pharmacist; Clinical Pharmacy Specialist; Director
        of Pharmacy; Trainee Pharmacist
    """,
    "pharmacy support": """
        Pharmacy Tech; Pharmacy Asst.; Dispensing Assistant; CPhT; Accuracy Checking Technician; Pharmacy
        Support Worker; Lead Pharmacy Technician; Aseptic Technician; Pharmacy Delivery Driver
    """,
    "physiotherapy": """
        Physio; Senior Physio; Rehab Therapist; Lead Physiotherapist; Physical Therapist; Staff PT
    """,
    "occupational therapy": """
        Rotational OT; Band 6 OT; Senior Occupational Therapist; Paediatric OT
    """,
    "speech and hearing": """
        SLP; Speech-Language Pathologist; Audiology Technician; Newly Qualified SLT
    """,
    "therapy": """
        Music Therapist; Sports Massage Therapist; Acupuncturist; Massage Therapist & Beautician
    """,
    "therapy support": """
        Therapy Assistant; COTA; Occupational Therapy Asst.; Physiotherapy Assistant; Prosthetics Technician;
        Physical Therapist Assistant; PT Tech
    """,
    "medical imaging": """
        Radiation Therapist; X-Ray Tech; MRI Technologist; Echo Technician; Ultrasound Tech; Rad Tech; CT
        Radiographer; Radiologic Technologist; Cardiac Sonographer; Vascular Sonographer; MRI Radiographer;
        Mammography Technologist; CT Tech; Imaging Support Worker
    """,
    "eye care": """
        Optometrist; Pre-Reg Optometrist; Orthoptist
    """,
    "optical dispensing": """
        Dispensing Optician; Optical Assistant; Ophthalmic Technician
    """,
    "ambulance service": """
        999 Call Handler; Ambulance Driver
    """,
    "laboratory medicine": """
        Mortuary Technician; Phlebotomist; Healthcare Scientist; Cardiac Physiologist; Pathology Technician;
        Senior BMS; Sterile Services Technician; Pathology Lab Assistant; Surgical Tech; Endoscopy Technician;
        EEG Technician; Sr. Lab Technologist; Trainee Biomedical Scientist; Cytotechnologist; Genetic
        Technologist; Associate Practitioner - Microbiology; Medical Lab Assistant; Pulmonary Function
        Technologist
    """,
    "healthcare administration": """
        Clinical Coder; Unit Clerk; Medical Scribe; Referral Coordinator; Pathway Coordinator; Outpatient
        Booking Clerk; Patient Care Coordinator; Bed Manager; Medical Administrator; Patient Service
        Coordinator; Clinical Administrator; Health Information Manager; Charge Entry Specialist; Prior
        Authorization Specialist; Waiting List Officer; Ward Administrator; Medical Billing Executive; Health
        Records Officer; Hospital Ward Clerk; Practice Secretary; Health Unit Clerk; Clinical Governance
        Manager; Cancer Pathway Tracker; Patient Flow Coordinator; Clinic Coordinator; Medical
        Receptionist/Administrator; Nursing Home Administrator; Provider Relations Representative; Rev Cycle
        Analyst
    """,
    "mental health": """
        CBT Therapist; LMFT; PWP; Recovery Worker; LCSW; BCBA; School Psychologist; Crisis Worker; Trainee
        Counsellor; Emotional Wellbeing Practitioner; Therapist (CBT); Substance Use Counselor; Family
        Therapist; Peer Support Specialist; Psychiatric Aide; Psychometrician
    """,
    "social work": """
        MSW Intern; Child Protection Officer; Welfare Rights Adviser; Domestic Abuse Advocate; Family
        Advocate; Independent Reviewing Officer; Safeguarding Lead; Tenancy Support Officer; Employment
        Adviser; Licensed Clinical Social Worker; Newly Qualified Social Worker; Support & Outreach Worker;
        Housing Advisor; Family Worker; Youth Support Officer; Intake Worker; Victim Support Officer;
        Community Engagement Officer; Parent Partner; Foster Care Worker; Welfare Benefits Officer; Asst.
        Social Worker; Early Help Worker; Advocate, Domestic Violence; Homeless Support Worker; Family
        Intervention Worker; Refugee Caseworker; Advocacy Officer; Prison Chaplain; Children's Guardian;
        Detached Youth Worker; Assertive Outreach Worker; Group Home Counselor; Parenting Practitioner;
        Youth Mentor; Living Skills Worker; Social Work Assistant; Children's Support Worker
    """,
    "veterinary": """
        Small Animal Vet; Locum Vet; Veterinary Surgeon; Veterinarian
    """,
    "veterinary nursing": """
        RVN; Head Veterinary Nurse; Vet Tech; Student Vet Nurse
    """,
    "animal care": """
        Kennel Hand; Dog Walker; Animal Shelter Worker; Veterinary Care Assistant; Vet Receptionist; Groomer
    """,
    "fitness and sports": """
        Recreation Assistant; PE Coach; Pilates Instructor; Ski Instructor; Group Fitness Instructor;
        Recreation Aide; Tennis Coach; Pool Attendant; Sports Development Officer; Strength Coach; Leisure
        Assistant / Lifeguard; Assistant Football Coach; Referee Coach; Sports Teacher; Head Lifeguard;
        Equestrian Coach; Fitness Advisor; Snowboard Instructor; Rugby Development Officer; Fitness Manager;
        Swimming Instructor; Aikido Instructor; Tumbling Instructor; Indoor Cycling Instructor; Ice Hockey
        Coach
    """,
    "public health": """
        Health Educator; Smoking Cessation Adviser; Environmental Health Practitioner
    """,
    "primary teaching": """
        ECT - Year 5; Primary School Educator; Foundation Phase Teacher; Class Teacher (Year 6); Primary
        School Teacher; EYFS Teacher; 4th Grade Math Teacher; Teacher, Elementary; Teacher - Grade 2; Year 5
        Class Teacher; KS1 Supply Teacher; Upper KS2 Teacher; Reception Teacher; Primary Supply Teacher;
        Lower Primary Teacher; Teacher Year 1; Primary Class Teacher
    """,
    "secondary teaching": """
        PGT Physics; TGT Mathematics; Teacher (Chemistry); Post-Primary Teacher; Teacher - Social Studies;
        Invigilator; Exam Invigilator; Head of Maths; Teacher of Mathematics; Lead Practitioner - English;
        Assistant Teacher; Home Tutor; Computer Teacher; Geography Teacher; Middle School Science Teacher;
        Cover Teacher; Head of English; Chemistry Teacher (KS3-5); Private Maths Tutor; Lead Teacher of
        Maths; Head of Geography; Vocational Tutor; Art & Design Teacher; Design and Technology Teacher;
        Trainee Maths Teacher; English Language Assistant; Teacher - History; Secondary Maths Teacher;
        Part-time English Tutor
    """,
    "special education": """
        SEN TA; Teacher of the Deaf; Special Educator; SEN Learning Support Assistant; Learning Support
        Teacher; Special Needs Teacher; Special Needs TA; Deaf Teacher
    """,
    "teaching assistance": """
        Learning Support Assistant; Teacher's Aide; Year 2 TA; Classroom Aide; Learning Coach; Pastoral
        Manager; Breakfast Club Supervisor; Teaching Assistant, Department of Economics; Teaching Asst. KS2;
        Teaching Support Assistant; Language Support Assistant; Inclusion Support Assistant; Playground
        Supervisor; School Bus Monitor; Level 3 Teaching Assistant
    """,
    "childcare": """
        After School Club Assistant; Creche Worker; Nursery Deputy Manager; Baby Room Leader; Infant Toddler
        Teacher; Child Minder; Out of School Club Manager; Early Years Educator; Nursery Practitioner;
        Preschool Asst.; Deputy Manager - Nursery; Crèche Leader; Nursery Officer; Assistant Childcare Worker;
        Nursery School Teacher; Family Day Carer; Wraparound Care Assistant; Residential Childcare Worker;
        Early Years Teacher; Nursery Asst.; Day Care Provider; Child Care Specialist
    """,
    "higher education": """
        Adjunct Instructor; Associate Prof.; Postdoc; University Tutor; Student Services Officer; Graduate
        Research Assistant; Academic Registrar; Course Administrator; Careers Adviser; Student Support
        Officer; Guest Faculty; Faculty - Computer Science; HOD - ECE Department; Lecturer - Physics (Junior
        College); Assoc. Professor; University Lecturer; Instructional Assistant Professor; International
        Student Adviser; PGCE Tutor; Student Ambassador; Assistant Registrar; Asst. Prof. (Mechanical Engg.);
        Student Adviser; Lecturer, Business Studies; Social Work Lecturer; Reader in History; Associate Tutor;
        Postgraduate Researcher; Assistant Dean; Research Fellow in Physics; Student Finance Adviser;
        Disability Adviser; Enrolment Officer; Timetabling Officer; Assistant Lecturer; Asst. Lecturer;
        Research Associate - Chemistry; Sociologist; Post Doctoral Fellow
    """,
    "school leadership": """
        Asst. Principal; School Principal; Academy Principal; Key Stage Leader
    """,
    "library": """
        Library Asst.; Archivist; Library Page; Learning Resources Assistant; Assistant Librarian
    """,
    "law": """
        Senior Associate (Corporate); Litigation Solicitor; Associate Solicitor; Magistrate; Legal Director;
        Contract Lawyer; Legal Counsel, Privacy; Duty Solicitor; Associate, Corporate Law; Commercial
        Solicitor; Legal Intern; Legal Consultant; Newly Qualified Solicitor; Criminal Barrister; Tax Lawyer;
        Law Graduate; Chartered Legal Executive; Solicitor - Family Law; Junior Associate; Legislative
        Counsel; Managing Attorney
    """,
    "paralegal": """
        Judicial Clerk; Legal Asst.; Court Administrator; Litigation Assistant; Legal Receptionist;
        Conveyancing Assistant; Litigation Paralegal; Legal Cashier; Legal Apprentice; Land Law Clerk; Probate
        Assistant; Wills & Probate Paralegal; Title Examiner; Docketing Specialist
    """,
    "police and security": """
        PCSO; Custody Officer; Deputy Sheriff; Corrections Officer; Police Sergeant; Police
        Community Support Officer; Crime Scene Technician; Detective Inspector; Prison Custody
        Officer; Neighbourhood Policing Officer; Special Constable;
        Game Warden
    """,
    "security guarding": """
        Bouncer; Event Steward; Security Steward; CCTV Controller; Patrol Officer; Court Security
        Officer; Night Watchman; Relief Security Officer; Security Guard/Concierge; Mall Security
        Officer; Retail Security Officer; Airport Security Screener; Security Officer (Nights)
    """,
    "fire service": """
        Watch Manager; Fire Safety Inspector; Probationary Firefighter; Deputy Fire Marshal
    """,
    "military": """
        Royal Marine; Airman First Class; RAF Technician; Warrant Officer; Lieutenant Colonel
    """,
    "public administration": """
        Executive Officer (EO); HEO; City Clerk; Parliamentary Assistant; Tax Inspector; Policy Manager;
        Land Registry Officer; Grade 7 Policy Lead; Highways Officer; Village Development Officer; Assistant
        Section Officer; Housing Benefit Assessor; Planning Assistant; Policy & Research Officer; Civil
        Service Fast Streamer; Street Cleansing Officer; Town Hall Clerk; Licensing Enforcement Officer;
        Community Safety Manager; Embassy Clerk; Transport Planning Officer; Policy Advisor; Executive
        Officer - DWP
    """,
    "mechanical engineering": """
        Mechanical Engr.; Mech. Engineer; Senior Engineer, Product Design; GET - Mechanical; Mechanical
        Engineer II; Asst. Mech. Engineer; Engineer (Mechanical); Mechanical Designer; Design & Development
        Engineer; Sr. Mech. Engineer; Design Engineer - HVAC; Mechanical Engg. Trainee; Engine Design
        Engineer; Vehicle Engineer; Fluid Systems Engineer; R&D Technician; Hydraulic Technician; Asst.
        Manager - Mechanical; Mechanical Design Engineer II; Fire Protection Engineer; Acoustic Engineer;
        Graduate Engineer Trainee (GET); Mechanical Graduate Engineer Trainee
    """,
    "electrical engineering": """
        Electrical Engr; Junior Engineer (Electrical); Instrument Technician; Electrical & Instrumentation
        Engineer; Assistant Electrical Engineer; Sr. Engineer - Electrical; Automation Technician; Grid
        Engineer; Asst. Electrical Engr; Controls Technician; Power Distribution Engineer; Assistant Controls
        Engineer; Electrical CAD Technician; Relay Technician; Rail Signalling Technician; Electrical Engineer
        - Projects; I&C Engineer; DCS Engineer
    """,
    "electronics engineering": """
        Chip Designer; Analog Design Engineer; PCB Layout Engineer; Electronics Test Technician; Hardware Test
        Engineer; Digital Hardware Engineer; IC Design Engineer
    """,
    "civil engineering": """
        Civil Engr.; Asst. Engineer (Civil); Traffic Engineer; Executive Engineer PWD; Quarry Manager; Civil
        Site Engineer; Asst. Civil Engineer; Structural Technician; Highway Designer; Sr. Engineer (Civil);
        Water Resources Engineer; Asst. Site Engineer; Civil Engineering Intern; Rail Track Engineer; Water
        Design Engineer; Soil Technician; Assistant Resident Engineer; Topographic Surveyor; Site Engineer
        (Civil); Asst. Manager - Civil; Public Works Inspector
    """,
    "chemical engineering": """
        Process Engineer - Manufacturing
    """,
    "manufacturing engineering": """
        NPI Engineer; DGM - Quality; PPC Engineer; CMM Inspector; Method Engineer; NDT Technician; QA
        Inspector; Sr. Quality Engineer; Manager Quality Assurance; Asst. Manager - Production; Process
        Quality Engineer; QA Executive; Manager - Quality Control; Sr. QC Inspector; Test & Inspection
        Engineer; Weld Inspector; Plant Quality Manager; Yield Engineer; Industrialisation Engineer; Quality
        Assurance Officer; QC Executive; Manufacturing Head; Packaging Engineer; Continuous Improvement Lead
    """,
    "aerospace engineering": """
        Satellite Systems Engineer
    """,
    "environmental engineering": """
        SHEQ Manager; ESG Analyst; Wastewater Operator; Air Quality Consultant; EHS Officer; Safety Advisor;
        Health & Safety Officer; Air Quality Engineer; Seismologist
    """,
    "drafting": """
        BIM Modeller; Geographic Information Systems (GIS) Analyst; Computer Aided Design Technician
    """,
    "building architecture": """
        Jr. Architect
    """,
    "life science": """
        QC Analyst; R&D Scientist; Bioprocess Technician; Technician - Science Dept (School); Plant Breeder;
        Bacteriologist
    """,
    "chemistry": """
        HPLC Analyst
    """,
    "medical research": """
        CRA; Clinical Trial Coordinator; Regulatory Affairs Associate; Clinical Data Manager; Clinical Project
        Manager; Study Coordinator; Clinical Trial Assistant; Manager Medical Writing; Clinical Data
        Coordinator
    """,
    "construction management": """
        DGM Projects; Sub Agent; Ganger; Construction Foreman; Building Inspector; Works Manager; Block Work
        Foreman; Construction Planning Manager; Assistant Construction Manager; Site Manager - Residential;
        Home Inspector
    """,
    "quantity surveying": """
        Billing Engineer; Jr. Quantity Surveyor; Building Surveyor Trainee; Senior QS
    """,
    "building trades": """
        Steel Fixer; Demolition Operative; Rigger; Pipe Layer; Civils Operative; Traffic Management
        Operative; Skilled Labourer; Multi-skilled Tradesman; Site Labourer; Curtain Waller; Kitchen
        & Bathroom Fitter; Tarmac Operative; Loft Converter; Multi-trader; Hod Carrier; Property
        Repairs Operative; General Builder; Bricklayer's Labourer
    """,
    "plumbing": """
        Plombier; Fontanero; Plumber's Mate; Apprentice Plumber; Estates Plumber; Plumber/Gas
        Engineer; Plumber's Helper
    """,
    "painting and plastering": """
        Dry Liner; Ceiling Fixer; Dry Wall Finisher
    """,
    "carpentry": """
        Apprentice Joiner; Window Fitter; Joinery Foreman; Carpentry Apprentice; Window Installer;
        Fire Door Fitter; Carpenter (Shuttering)
    """,
    "masonry": """
        Stonemason; Trainee Bricklayer
    """,
    "plant operation": """
        Digger Driver; Tower Crane Operator; Backhoe Operator
    """,
    "flooring and tiling": """
        Tiling Apprentice; Wall & Floor Tiler; Resin Floor Layer
    """,
    "electrical trade": """
        Cable Jointer; Security Systems Engineer; EV Charger Installer; Electrical Foreman; Industrial
        Electrician; Domestic Electrician; Maintenance Electrician - Shift; Trainee Electrician; Electrical
        Tester; Data Cabling Technician; Street Light Electrician; Lift Mechanic; Electrician - Domestic &
        Commercial; PV Installer
    """,
    "hvac": """
        HVAC Tech; Air Conditioning Mechanic; Ductwork Installer; Ventilation Engineer; Refrigeration & AC
        Engineer; HVAC Installer; HVAC Service Tech; AC & Refrigeration Technician; Baseboard Heating
        Installer
    """,
    "welding and machining": """
        Fitter Turner; Foundry Worker; CNC Lathe Operator; Pipe Welder; Fabrication Supervisor; Steel
        Worker; CNC Mill Operator; Sheet Metal Apprentice; CNC Machine Operator; Welder/Plater
    """,
    "maintenance": """
        Maintenance Tech; Multi-skilled Engineer; Shift Engineer; Plant Fitter; Printer Service Engineer; M&E
        Technician; Building Maintenance Tech; Maint. Supervisor; Facilities Technician; Equipment Engineer;
        Service Technician - Toyota; Sr. Maintenance Tech; Engineer - Maintenance; Mechanical Maintenance
        Fitter; Multi Skilled Maintenance Engineer; Fork Lift Engineer; Theme Park Ride Technician; Fire
        Extinguisher Technician; Medical Equipment Technician; Maintenance Person; Mechanical Service
        Technician; Biomedical Technician; Utilities Manager
    """,
    "facilities": """
        Facilities Coord.; School Caretaker; Facilities Mgr.; Sr. Executive - Facilities; Facilities
        Helpdesk Coordinator; Facilities Officer
    """,
    "cleaning": """
        Femme de ménage; Camarera de pisos; Janitorial Supervisor; Hospital Domestic; Cleaner (Evenings);
        Domestic Housekeeper; Housekeeping Executive; Hospital Cleaner; Industrial Cleaner; Janitorial Worker;
        Housekeeping Team Member; Cleaning Supervisor; Cleaner/Housekeeper; School Cleaner; Room Cleaner;
        Environmental Services Associate
    """,
    "landscaping": """
        Groundsman; Garden Nursery Hand; Landscape Gardener/Labourer; Landscape Maintenance Crew
    """,
    "driving": """
        Coach Driver; Multi-drop Driver; Private Hire Driver; DoorDash Driver; Driving Instructor; 7.5T
        Driver; Driver's Mate; Delivery Rider; Tipper Driver; Train Conductor; Conducteur routier; C+E Driver;
        HGV 2 Driver; Driver - Class 1; Car Transporter Driver; Refuse Driver; Delivery Associate (Amazon);
        Forklift & Van Driver; Passenger Assistant; Truck Driver - CDL A; Tractor Operator; Delivery Van
        Driver; Class 2 HGV Driver; Night Trunk Driver; Driver Helper; Cement Mixer Driver; Bus Operator; HGV
        Driver - Class 2; Vehicle Movement Driver; Home Delivery Driver; Airport Shuttle Driver; Waste
        Collection Driver; Minicab Driver; LGV Class 2 Driver; Van Driver's Mate; Courier Driver; Locomotive
        Engineer
    """,
    "warehousing": """
        Warehouse Assoc.; FLT Driver; Warehouse Asst.; Store Keeper; Counterbalance Driver; Store Incharge;
        Parcel Sorter; Dispatch Clerk; Unloader; Night Loader; Picker/Packer; Night Warehouse Operative;
        Warehouse Shift Supervisor; Yard Operative; Stock Supervisor; Goods Receiver; Inventory Asst.;
        Warehouse Temp; Warehouse Operative (Nights); Inventory Exec.; Store Officer; Goods In/Out
        Operative; Stock Room Assistant; Ware House Assistant; Warehouse Stock Controller; Cold Store
        Operative; Fork Lift Driver; Freight Handler; Returns Clerk; Receiving Supervisor; Sr. Executive -
        Dispatch; Warehouse Picker; FLT Counterbalance Driver; Stores Controller
    """,
    "logistics": """
        Logistics Coord.; Logistics Exec; Supply Chain Mgr; Traffic Clerk; VP Supply Chain; Cargo Agent;
        Supply Chain Exec.; Sr. Logistics Executive; Yard Manager; Load Planner; Exports Executive; Customs
        Agent; Materials Manager; Transport Coord.; Executive - Logistics & Supply Chain; Freight Coordinator;
        Supply Chain Assistant; Transport Clerk; Import Co-ordinator; Inbound Logistics Manager; Route
        Planner; Logistics Administrator; Transport Planner; Container Terminal Manager; GM Cargo
    """,
    "procurement": """
        Asst. Buyer; Category Buyer; Head of Procurement; Trainee Buyer; Purchase Asst.; Sr. Buyer; Head -
        Purchase; Supply Chain Buyer; Purchase Mgr.; Sr. Executive - Procurement; Procurement Co-ordinator;
        Assistant Category Buyer; Sourcing Associate; Chief Procurement Officer; Head of Strategic Sourcing
    """,
    "manufacturing production": """
        Shift Supervisor - Production; Print Finisher; Machine Minder; Mixer Operator; Assembly Operative;
        Cell Leader; Shift Incharge - Production; Sawmill Worker; Assembly Technician; Production Line
        Worker; Shift In-charge; CNC Production Operator; Bottling Line Operator; Factory Supervisor;
        Production Assembler; Machine Operator - Nights; Assembly Line Operator; Night Shift Production
        Operative; Furnace Operator; Box Maker; Bakery Operative; Ice Cream Maker; Cutting Machine Operator;
        Quality Control Operative; Wood Turner; Brewery Operative; Packing Operative; Factory Team Leader
    """,
    "automotive": """
        Lube Tech; Bodyshop Manager; Bicycle Mechanic; Vehicle Sprayer; Workshop Controller; Windscreen
        Technician; Parts Salesperson; Master Technician; Tyre Technician; Auto Electrician; Light Vehicle
        Technician; Automotive Service Adviser; Paint Sprayer; Car Body Sprayer; Vehicle Service Technician;
        Van Technician; Crash Repair Technician; Auto Parts Counter Person; Fleet Technician; Senior Vehicle
        Technician
    """,
    "aviation maintenance": """
        B1 Engineer; Avionics Tech
    """,
    "maritime": """
        Chief Engineer (Marine); Deck Cadet; Skipper; Barge Captain
    """,
    "chef": """
        DCDP; Jr. Sous; Commis III; Grill Cook; Fry Cook; Cake Decorator; Junior Sous Chef;
        Cook/Kitchen Assistant; Chef - Agency; Head Cook; Kitchen Supervisor; Tandoor Chef; Chef de
        Partie (Pastry); Cook - School Kitchen; Asst. Baker; Pizza Maker; Curry Chef; 2nd Chef;
        Trainee Chef; Meat Cutter; Hot Section Chef; Second Chef; Commis Chef (Pastry)
    """,
    "kitchen assistance": """
        Küchenhilfe; Kitchen Team Member; Hospital Catering Assistant; Kitchen Steward; Kitchen
        Asst.
    """,
    "restaurant service": """
        Sandwich Artist; Team Member - McDonald's; F&B Associate; Front of House Team Member; Barback;
        Cafeteria Worker; F&B Attendant; Lunch Lady; Glass Collector; Drive-thru Attendant; Canteen Assistant;
        Waiting Staff; Food & Beverage Assistant; Bar & Waiting Staff; Kitchen/Bar Team Member; Steward -
        Banquet; Coffee Barista; Waiter/Bartender; Restaurant Crew; Barista - Part Time; Breakfast Waitress;
        Pub Staff; Restaurant Server; Food Server; Room Service Waiter; Dining Room Assistant; Events Waiter;
        Bar Attendant; Waiting Staff - Weddings; Canteen Server; Bar Assistant; Dining Associate
    """,
    "restaurant management": """
        Restaurant GM; Shift Leader - KFC; Publican; Asst. Manager - Restaurant; Asst. Bar Manager
    """,
    "hotel front office": """
        Night Manager (Hotel); Bellboy; Front Office Associate; Revenue Manager; Night Porter; Guest Services
        Assistant; Front Desk Associate; Asst. Front Office Manager; Guest Service Executive; Hotel Duty
        Manager; Reservations Supervisor; Front Office Exec.; Receptionist (Hotel); Hotel Night Porter; Hotel
        Reservations Agent; Guest Services Supervisor; Rooms Division Manager; Lodge Host; Front Office
        Supervisor; Hotel Front Desk Agent; Bellhop; Reservationist
    """,
    "travel": """
        Holiday Rep; Tourist Information Assistant; Sr. Travel Consultant
    """,
    "beauty": """
        Make-up Artist; Salon Assistant; Aesthetic Practitioner; Senior Stylist; Mobile Hairdresser; Nail
        Artist; Trainee Beauty Therapist; Hairdresser - Self Employed; Manicurist; Skin Care Specialist
    """,
    "agriculture": """
        Farmhand; Stable Hand; Milker; Assistant Farm Manager; Livestock Worker; Fruit Packer; Dairy Farm
        Worker; Assistant Herdsperson; Cattle Station Hand; Sheep Farmer; Agricultural Contractor; Egg
        Collector; Grain Operator; General Farm Worker; Barn Manager
    """,
    "crm platforms": """
        D365 Architect; Salesforce Cloud Specialist;
        Salesforce Marketing Cloud Consultant;
        Salesforce Trainee; ServiceNow Lead
    """,
    "data warehousing": """
        Dashboard Developer; Data Visualization Developer
    """,
    "funeral services": """
        Funeral Attendant
    """,
}
OF_NO_TRADE = """
Team Leader; Associate; Senior Engineer; Agency Worker; Manager; Supervisor; Director; Consultant;
Assistant; Trainee; Intern; Apprentice; Volunteer; Coordinator; Executive; Sr. Executive; Team Member;
Self-employed; Owner; Temp; Officer; Sr. Manager; Deputy Manager; Assistant Manager; Team Lead; Graduate
Trainee; Management Trainee; Specialist; Group Leader; Contractor; Freelancer; Analyst; Vice President;
Partner; Lead; Chairman; Student; Temporary Worker; Shift Leader; Summer Intern; Work Experience
Placement; Department Head; Section Head; Business School of Manchester; London School of Economics;
Springfield Police Station Road; Church Farm Road; Night Shift Worker; Senior Associate; Associate
Director; Technical Officer; Field Executive; Unit Head; Area Coordinator; Zonal Head; Duty Officer; Board
Member; Junior Executive; Sr. Officer; Sandwich Placement; Full Time Staff; Team Leader (Nights); Trainee
Manager; Site Lead; Asst. Director; Sr. Consultant; Graduate Intern; Part Time Staff Member; Executive
Trainee; Band 5; Independent Contractor; Deputy Director; Assistant Vice President; Shift Worker; National
Manager; Area Lead; Assistant Supervisor; Senior Officer; Casual Employee; Senior Partner; Field Officer;
Line Manager; Senior Team Leader; Placement Student; Vice President - II; Deputy Team Leader; Senior
Specialist
"""


def _titles(text: str) -> list[str]:
    return [title.strip() for title in " ".join(text.split()).split(";")]


@pytest.mark.parametrize(
    ("title", "family"), [(title, family) for family, text in TITLES.items() for title in _titles(text)]
)
def test_a_title_is_of_its_family(title: str, family: str) -> None:
    _, families = title_in(title)
    assert sum(families.values()) >= 0.5
    assert families.get(NAMES.index(family), 0.0) >= sum(families.values()) / 2


@pytest.mark.parametrize("title", _titles(OF_NO_TRADE))
def test_a_rank_alone_tells_of_no_trade(title: str) -> None:
    assert sum(title_in(title)[1].values()) < 0.5


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Officer (HR)", "Officer (HR)"),
        ("Manager, Operations", "Manager, Operations"),
        ("Consultant - SAP FICO", "Consultant SAP FICO"),
        ("Asst. Accountant, Fictive Mills", "Asst. Accountant"),
        ("Sr. Software Engineer at Fictive Cards", "Sr. Software Engineer"),
        ("Supervisor - Fictive Fashion", "Supervisor"),
        ("Sales Consultant, Interior Designer", "Sales Consultant, Interior Designer"),
        ("Assistant to VP in PR", "Assistant to VP in PR"),
        ("Team work, dress code, and customer service focus", "customer service focus"),
    ],
)
def test_a_short_or_turned_around_title_is_kept_as_written(line: str, title: str) -> None:
    assert title_in(line)[0] == title


@pytest.mark.parametrize(
    "line",
    [
        "Git, Maven, Jenkins, Postman",
        "Selenium, Playwright, Cypress",
        "Embedded software for chargers (BMS)",
        "Docker, Helm and Terraform",
        "Training two apprentices",
        "BEng Mechanical Eng, University of Fictive",
        "The intern programme of the company",
        "Led a pilot with nine shops",
        "a tireless advocate for client rights",
    ],
)
def test_tools_and_duties_are_no_titles(line: str) -> None:
    assert title_in(line) == ("", {})


@pytest.mark.parametrize(
    "line", ["PA to Managing Director", "Assistant to VP in PR", "Secretary to the Director of Finance"]
)
def test_whose_assistant_somebody_is_names_no_director(line: str) -> None:
    _, families = title_in(line)
    assert list(families) == [NAMES.index("office administration")]


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Assistant Head Teller", "banking"),
        ("Assistant Head Teacher", "school leadership"),
        ("Automobile Service Manager", "automotive"),
        ("BigData Architect", "data engineering"),
        ("Data Warehouse Cloud Engineer", "data warehousing"),
        ("Resident Care Specialist", "care work"),
        ("Facilities Automation Monitoring Manager", "facilities"),
        ("Banking Center Assistant Manager", "banking"),
        ("NetSec Engineer III - US", "network engineering"),
        ("Digital Strategy Manager", "digital marketing"),
        ("Web Services Manager", "web development"),
        ("Youth Advocate", "social work"),
        ("Court Appointed Special Advocate for children", "social work"),
        ("Advocate, Fictive High Court", "law"),
        ("Area Sales Exe", "sales"),
        ("ServiceDesk Engineer", "it support"),
        ("VICEPRESIDENT", "operations management"),
    ],
)
def test_a_longer_title_tells_more_than_a_word_of_it(line: str, family: str) -> None:
    assert NAMES.index(family) in title_in(line)[1]


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Accounts Manager", "accounting"),
        ("Key Accounts Manager", "sales"),
        ("Account Manager", "sales"),
        ("Account Executive", "sales"),
    ],
)
def test_accounts_are_books_and_an_account_is_sold_to(line: str, family: str) -> None:
    assert list(title_in(line)[1]) == [NAMES.index(family)]


def test_a_full_stop_of_a_short_word_ends_no_sentence() -> None:
    assert is_shortened("Asst. Manager", 4)
    assert not is_shortened("the manager. I was", 11)


def test_short_words_are_spelled_out_where_they_are_ranks() -> None:
    assert spelled_out(["hr", "intern"]) == ["hr", "assistant"]
    assert spelled_out(["intern", "program"]) is None
    assert spelled_out(["chef"]) is None


def test_a_star_in_the_table_stands_for_every_rank() -> None:
    payroll = NAMES.index("payroll")
    for rank in ("officer", "clerk", "manager", "administrator"):
        assert list(title_in(f"Payroll {rank}")[1]) == [payroll]


@pytest.mark.parametrize(
    "line",
    [
        "Crockery Consultant",
        "Dairy Consultant",
        "Stair Designer",
        "Privacy Architect",
        "Outage Planner",
        "Kiln Artist",
        "Corporate Agency Manager",
    ],
)
def test_a_consultant_or_designer_of_an_unknown_trade_is_of_none(line: str) -> None:
    assert title_in(line)[1] == {}


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Senior Designer", "graphic design"),
        ("Freelance Artist", "arts"),
        ("2 Consultants, Architect", "building architecture"),
    ],
)
def test_a_word_of_no_trade_leaves_a_title_its_own(line: str, family: str) -> None:
    assert NAMES.index(family) in title_in(line)[1]


@pytest.mark.parametrize("line", ["Head Office", "Head Office, Example Street", "Unit Head", "Section Head"])
def test_neither_the_head_office_nor_the_head_of_a_unit_manages_a_trade(line: str) -> None:
    assert sum(title_in(line)[1].values()) < 0.5


@pytest.mark.parametrize("line", ["Civil Manager", "Civil Advisor", "Planning Manager"])
def test_who_plans_or_builds_is_no_public_servant(line: str) -> None:
    assert NAMES.index("public administration") not in title_in(line)[1]


@pytest.mark.parametrize(
    ("line", "families"),
    [
        ("Deputy Head of Pharmacy", {"pharmacy"}),
        ("Assistant Head of Payroll", {"payroll"}),
        ("Associate Head of Estates", {"real estate", "facilities"}),
        ("Deputy Head of Cancer Data", set()),
        ("Deputy Head of Cancer Data Analysis", {"data analysis"}),
        ("Deputy Head", {"school leadership"}),
        ("Deputy Head of Science", {"school leadership"}),
        ("Deputy Head of Lower School", {"school leadership"}),
    ],
)
def test_what_a_deputy_is_head_of_tells_the_family(line: str, families: set[str]) -> None:
    assert {NAMES[family] for family in title_in(line)[1]} == families


def test_a_deputy_head_of_no_known_family_leads_all_the_same() -> None:
    asked = read_posting("Deputy Head of Cancer Data\n\nRequirements\n- SQL\n")
    assert (asked.title, asked.title_families) == ("Deputy Head of Cancer Data", {})
    assert asked.seniority == LEADS


@pytest.mark.parametrize(
    "line",
    [
        "Team Lead Pharmacovigilance",
        "Team Lead, Pharmacovigilance",
        "Lead, Pharmacovigilance",
        "Team Leader - Pharmacovigilance",
        "Team Leader (Pharmacovigilance)",
        "Pharmacovigilance Team Lead",
        "Pharmacovigilance Supervisor",
        "Senior Team Lead, Pharmacovigilance",
    ],
)
def test_who_leads_a_function_is_of_its_family(line: str) -> None:
    title, families = title_in(line)
    assert (title, list(families)) == (line, [NAMES.index("medical research")])


def test_a_function_that_has_a_title_of_its_own_keeps_who_leads_it() -> None:
    assert title_in("Team Leader - Clinical Coding")[0] == "Team Leader - Clinical Coding"
    assert read_posting("Team Leader - Clinical Coding\n\nRequirements\n- SQL\n").seniority == LEADS


@pytest.mark.parametrize(
    "line", ["Team Lead, Fictive Packing", "lead, packing", "Lead Packing", "Shift Lead"]
)
def test_what_is_no_function_or_not_led_tells_no_family(line: str) -> None:
    assert title_in(line) == ("", {})


def test_without_a_title_those_with_whom_a_duty_has_to_do_tell_no_family() -> None:
    text = (
        "About the job\n- Keep in touch with the sponsor and the investigator\n- Support the investigator\n"
    )
    assert read_posting(text).title_families == {}


def test_as_what_somebody_works_tells_the_family_without_a_title() -> None:
    text = "About the job\n- On quiet days you will clean the yard\n- Work as a night porter at two inns\n"
    assert read_posting(text).title_families


SPECIALITIES = [
    ("Security", "information security"),
    ("Machine Learning", "data science"),
    ("Data", "data engineering"),
    ("Embedded", "embedded software"),
    ("Mobile", "mobile development"),
    ("Android", "mobile development"),
    ("Infrastructure", "devops"),
    ("Security Team", "information security"),
]


@pytest.mark.parametrize(("speciality", "family"), SPECIALITIES)
@pytest.mark.parametrize(
    "form",
    [
        "Software Engineer - {}",
        "Software Engineer II, {}, Example Ltd",
        "Senior Software Engineer ({})",
        "{} Software Engineer",
    ],
)
def test_the_speciality_of_who_writes_software_counts_for_half(
    form: str, speciality: str, family: str
) -> None:
    families = title_in(form.format(speciality))[1]
    assert NAMES.index(family) in families
    assert families.get(NAMES.index("software engineering"), 0.0) <= 0.5 * sum(families.values())


@pytest.mark.parametrize(
    "line",
    [
        "Software Engineer - Fraud",
        "Software Engineer, Oracle",
        "Software Engineer, Example Security Ltd",
        "Software Engineer at Sample Mobile",
        "Software Engineer, Mobile Solutions",
    ],
)
def test_what_is_no_speciality_leaves_who_writes_software_as_they_are(line: str) -> None:
    assert title_in(line)[1].keys() == {NAMES.index("software engineering")}


@pytest.mark.parametrize(
    ("behind", "family"),
    [
        (" (DevOps)", "devops"),
        (" - Network", "network engineering"),
        (", Mobile", ""),
        (" - Salesforce", ""),
        (" (part time)", ""),
    ],
)
def test_an_administrator_of_systems_may_run_something_else_beside_them(behind: str, family: str) -> None:
    families = title_in(f"Systems Administrator{behind}")[1]
    assert {NAMES[number] for number in families} == {"systems administration", family} - {""}


def test_who_keeps_databases_reliable_administers_them() -> None:
    assert NAMES[max(title_in("Database Reliability Engineer")[1])] == "database administration"


@pytest.mark.parametrize(
    ("line", "families"),
    [
        ("Backend Developer - Java", {"backend development", "java development"}),
        ("Senior Backend Engineer (Python)", {"backend development", "python development"}),
        ("Full Stack Developer (.NET)", {"full stack development", "dotnet development"}),
        ("Web Developer - C#", {"web development", "dotnet development"}),
        ("PHP Backend Developer", {"backend development", "web development"}),
        ("Senior Java Full-Stack Engineer", {"full stack development", "java development"}),
        ("SAP Full Stack Developer", {"full stack development", "sap consulting"}),
        (
            "Full Stack Developer - Java with six years of trains",
            {"full stack development", "java development"},
        ),
        ("Backend Engineer - Java/AWS", {"backend development", "java development"}),
        ("Backend Engineer, Python, Example Ltd", {"backend development", "python development"}),
        ("Backend Developer - Payments", {"backend development"}),
        ("Backend Developer - Security", {"backend development"}),
        ("Web Developer - PHP", {"web development"}),
        ("Frontend Developer - Java", {"frontend development"}),
    ],
)
def test_the_language_beside_a_title_of_no_language_counts_for_half(line: str, families: set[str]) -> None:
    found = title_in(line)[1]
    assert {NAMES[family] for family in found} == families
    assert len(set(found.values())) == 1


@pytest.mark.parametrize(
    ("line", "families"),
    [
        ("Senior PHP/JavaScript Developer", {"web development", "frontend development"}),
        ("Network/Security Engineer, Example Ltd", {"network engineering", "information security"}),
        ("Systems / Network Administrator", {"systems administration", "network engineering"}),
        ("Java / .NET Developer, Example Ltd", {"java development", "dotnet development"}),
        ("Frontend/ Java Developer", {"frontend development", "java development"}),
        ("Sales/Marketing Manager", {"sales", "marketing"}),
        ("UI/UX Designer", {"user experience design"}),
        ("Java/AWS Developer", {"java development"}),
        ("Client/Server Developer", {"software engineering", "systems administration"}),
    ],
)
def test_a_rank_behind_a_slash_is_of_both_trades_before_it(line: str, families: set[str]) -> None:
    title, found = title_in(line)
    assert {NAMES[family] for family in found} == families
    assert title == line.removesuffix(", Example Ltd")


@pytest.mark.parametrize(
    "degree", ["B.Tech in Computer Science", "B. Tech Computer Science", "M.Tech in Computer Technology"]
)
def test_a_degree_of_technology_is_no_title(degree: str) -> None:
    assert title_in(f"{degree} from Example University") == ("", {})
    assert title_in("Computer Tech")[1]


def test_an_associate_of_another_rank_is_no_associate() -> None:
    assert title_in("Associate Development Consultant") == ("", {})
    assert title_in("Development Associate")[1].keys() == {NAMES.index("fundraising")}


def test_who_writes_the_language_of_the_title_is_more_like_it_than_who_writes_another() -> None:
    posting = "Backend Developer - Java\n\nInvented Parcels moves parcels.\n\nRequirements\n- SQL\n- REST\n"
    cv = "Sam Sample\n\nExperience\n{} Developer, Example Ltd, May 2019 - May 2024\n- Wrote the billing\n"
    java, python = (match(cv.format(name), posting) for name in ("Java", "Python"))
    assert java.subscores.experience > python.subscores.experience


def test_a_short_word_keeps_its_full_stop_in_bold_letters() -> None:
    assert title_in("**Sr. Data Analyst**")[0] == "Sr. Data Analyst"


@pytest.mark.parametrize(
    ("line", "families"),
    [
        ("Lead Business Analyst & Scrum Master", {"business analysis", "project management"}),
        ("Scrum Master and Business Analyst", {"business analysis", "project management"}),
        ("Web Developer and SEO Specialist", {"web development", "digital marketing"}),
        ("Sales & Marketing Manager", {"marketing"}),
        ("Plumber and Heating Engineer", {"plumbing"}),
        ("Worked with a business analyst and project manager", set()),
    ],
)
def test_two_titles_joined_are_both_meant(line: str, families: set[str]) -> None:
    title, found = title_in(line)
    assert {NAMES[family] for family in found} == families
    assert title in (line, "")


def test_a_row_of_titles_without_end_is_none_that_is_joined() -> None:
    title, families = title_in(" and ".join(["Project Manager"] * 5_000))
    assert (title, len(families)) == ("Project Manager", 1)


@pytest.mark.parametrize("line", ["Azure DevOps", "Tools: TFS, Azure DevOps, Selenium"])
def test_the_name_of_a_product_that_ends_in_a_title_is_none(line: str) -> None:
    assert title_in(line) == ("", {})
    assert title_in("Azure DevOps Engineer")[1].keys() == {NAMES.index("devops")}


@pytest.mark.parametrize("line", ["React Web Developer", "Angular Web Application Developer"])
def test_what_a_web_developer_writes_for_the_browser_counts_for_half(line: str) -> None:
    _, families = title_in(line)
    assert {NAMES[family] for family in families} == {"web development", "frontend development"}
