"""Words for people and groups of people at work."""

_PEOPLE_WORDS = """
team teams department departments staff colleague colleagues group groups squad squads partner partners
leader leaders leadership people person personnel function functions unit units firm firms community
communities crew division
"""
_OTHERS_WORDS = """
accountant accountants administrator administrators adviser advisers advisor advisors agent agents analyst
analysts architect architects assistant assistants buyer buyers chef chefs clerk clerks coach coaches
consultant consultants contractor contractors controller coordinator coordinators dentist dentists
designer designers developer developers director directors doctor doctors electrician electricians
engineer engineers executive executives head inspector inspectors instructor instructors lawyer lawyers
lecturer lecturers librarian manager managers mechanic mechanics midwife midwives nurse nurses officer
officers operator operators owner owners paramedic paramedics pharmacist pharmacists physician physicians
physiotherapist physiotherapists planner planners practitioner practitioners producer producers programmer
programmers psychologist psychologists receptionist receptionists recruiter recruiters representative
representatives scientist scientists secretary secretaries solicitor solicitors specialist specialists
supervisor supervisors surveyor surveyors teacher teachers technician technicians technologist
technologists tester testers therapist therapists trainer trainers tutor tutors underwriter underwriters
worker workers writer writers nutritionist nutritionists dietitian dietitians barrister barristers
photographer photographers illustrator illustrators stylist stylists sdr sdrs
animator animators appraiser appraisers lender lenders assessor assessors artist artists trader traders
quants auditor auditors musicians actors educators hca hcas hcsw hcsws
paraprofessional paraprofessionals sister sisters matron matrons
ceo cfo coo cto cio csm csms
"""
PEOPLE = frozenset(_PEOPLE_WORDS.split())
OTHERS = frozenset(_OTHERS_WORDS.split())
