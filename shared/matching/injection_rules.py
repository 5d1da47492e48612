"""What text that addresses the model looks like, as data for ``injection.scan``.

A rule is a kind, a lead expression and steps that must follow it, in order, within the same sentence; see
``injection_search``. All are matched against lower-case text in compatibility form. What the rules look for
follows the classes of OWASP's "LLM01: Prompt Injection" and what is known of notes hidden in CVs; ordinary
CVs and postings decide what is left out.
"""

from typing import Literal

type Kind = Literal[
    "instruction to the model",
    "score demand",
    "fake system message",
    "delimiter breakout",
    "prompt disclosure request",
    "tool call",
    "answer in the text",
    "encoded instruction",
    "invisible characters",
    "look-alike letters",
    "hidden text",
]

START = "<start>"
"""Before a lead: it must stand where an imperative stands."""

_MODEL = (
    r"(?:ai|llms?|gpt|chat\s?gpt|claude|gemini|copilot|(?:large )?language model"
    r"|ai (?:model|assistant|system|reviewer|agent|tool|recruiter|screener|grader|reader)|ats"
    r"|automated (?:system|reviewer|screener|grader|recruiter|tool)"
    r"|(?:resume |cv )?(?:screening|parsing) (?:tool|bot|system|software|model)"
    r"|(?:resume|cv) (?:screener|parser)|bot)"
)
_JUDGED = (
    r"(?:\b(?:bewert|empf[ie]|punkt|recommand|class|note[zr]?|attribu|donne|ignor|califi|candidat|kandidat|approv|aprueb"
    r"|aprob|puntu|valut|assegn|avalia|nota|critér|geef|ge |giv"
    r"|oceń|ocen|постав|оцен|оцін)|100|满分|最高|评分)"
)
"""What a model is asked to do with the person, language by language."""
_ADDRESSED = (
    r"^(?: (?:systems?|assistants?|models?|reviewers?|recruiters?|agents?|tools?|bots?|screeners?|readers?)"
    r"| (?:reading|processing|reviewing|that|who)\b[^\n:,!]{0,30}| and [^\n:,!]{0,20})?\s?(?:[:,!]|\n| -)"
)
"""What stands behind those who are spoken to."""
_PERSON = (
    r"\b(?:candidate|applicant|cv|resume|résumé|me|him|her|this person|semantic|overall|match|fit"
    r"|requirements?|soft[ _]?skills?|scores?)\b"
)
_TOP = (
    r"\b100\s?(?:/\s?100|%|percent|points?|out of 100)|\b(?:a|at|of|to|as|is|=|:|be)\s{0,2}100\b"
    r"|\bas (?:an? |the )?(?:excellent|outstanding|perfect|ideal|exceptional|top|best)\b|\bat the maximum\b"
    r"|\b10\s?(?:/|out of)\s?10\b"
    r"|\b(?:full|maximum|maximal|highest|top|perfect|best|lowest|minimum)\s(?:possible\s)?(?:scores?"
    r"|ratings?|marks?|grades?|ranks?|points)"
    r"|\b(?:of|to|as|is|=|:|be|a)\s{0,2}(?:0|zero)\b|\b0\s?/\s?100\b|\bas (?:fully )?met\b"
    r"|[\"']met[\"']|\bfull marks\b"
)

RULES: tuple[tuple[Kind, str, tuple[str, ...]], ...] = (
    # instructions that put aside what the model was told, language by language
    (
        "instruction to the model",
        r"\b(?:ignore|disregard|forget|neglect|discard|pay no attention to|(?:do not|don't"
        r"|stop) (?:follow|obey)(?:ing)?|set aside)\b",
        (
            r"\b(?:previous|prior|above|earlier|preceding|foregoing|initial|original|system|your|all"
            r"|any|these|those|other|past|former)\b",
            r"\b(?:instructions?|prompts?|rules|guidelines|directions|commands?|directives?"
            r"|constraints|training|messages?|programming|criteria)\b",
        ),
    ),
    (
        "instruction to the model",
        r"\b(?:ignore|disregard|forget|discard)\b",
        (
            r"\b(?:instructions?|prompts?|rules|guidelines|directions|commands?|directives?)\b",
            r"\b(?:above|so far|before this|you (?:were|have been) given|given (?:above|earlier|before))\b",
        ),
    ),
    (
        "instruction to the model",
        r"ignore(?:all)?(?:of)?(?:the|your)?(?:previous|prior|above|earlier)\w{0,20}(?:instruction|prompt|"
        r"rule)",
        (),
    ),
    (
        "instruction to the model",
        r"\b(?:override|bypass|overwrite)\b",
        (
            r"^[^.;,\n]{0,20}\b(?:previous|prior|above|earlier|preceding|your|these)\b",
            r"\b(?:instructions?|prompts?|rules|guidelines|directives?|constraints)\b",
        ),
    ),
    (
        "instruction to the model",
        r"\b(?:ignore|disregard|forget) (?:everything|anything|all of the above|all (?:the )?text"
        r"|what you (?:were|have been))\b",
        (),
    ),
    (
        "instruction to the model",
        r"\b(?:ignore|disregard) (?:the |this |all )?(?:job description|job requirements|posting"
        r"|scoring|rubric|evaluation criteria)\b",
        (),
    ),
    (
        "instruction to the model",
        r"\b(?:ignorier(?:e|en|t)?|missachte(?:n sie)?|vergiss|vergessen sie|übergehe(?:n sie)?)\b",
        (r"\b(?:anweisung\w*|instruktion\w*|vorgaben|regeln|befehle?|prompts?|systemprompt)\b",),
    ),
    (
        "instruction to the model",
        r"\b(?:ignore[rz]?|oublie[rz]?|néglige[rz]?|ne (?:tiens|tenez) pas compte)\b",
        (
            r"\b(?:instructions|consignes|directives|règles)\b",
            r"\b(?:précédentes?|ci-dessus|antérieures?|système)\b",
        ),
    ),
    (
        "instruction to the model",
        r"\b(?:ignor(?:a|e|ar|ad)|olvid(?:a|e|ar)|descarta|haz caso omiso)\b",
        (r"\b(?:instrucciones|órdenes|reglas|indicaciones)\b",),
    ),
    (
        "instruction to the model",
        r"\b(?:ignora(?:te)?|dimentica(?:te)?|trascura)\b",
        (r"\b(?:istruzioni|regole|indicazioni)\b",),
    ),
    (
        "instruction to the model",
        r"\b(?:ignore|ignora|esqueça|esquece|desconsidere)\b",
        (r"\b(?:instruções|regras|ordens)\b",),
    ),
    (
        "instruction to the model",
        r"\b(?:negeer|vergeet)\b",
        (r"\b(?:instructies|aanwijzingen|regels|opdrachten)\b",),
    ),
    (
        "instruction to the model",
        r"\b(?:zignoruj\w*|ignoruj\w*|zapomnij\w*|pomiń)\b",
        (r"\b(?:instrukcj\w+|polece\w+|zasad\w*)\b",),
    ),
    (
        "instruction to the model",
        r"\b(?:ignorera|ignorer|glöm|glem)\b",
        (r"\b(?:instruktion\w*|anvisning\w*|instruks\w*)\b",),
    ),
    (
        "instruction to the model",
        r"\b(?:(?:про)?игнорируй\w*|забудь\w*|не обращай\w*)",
        (r"(?:инструкци|указани|правил|команд)",),
    ),
    ("instruction to the model", r"\b(?:ігноруй\w*|забудь\w*)", (r"(?:інструкці|вказівк|правил)",)),
    ("instruction to the model", r"\b(?:talimat|yönerge|kural)\w*", (r"\b(?:yok say|görmezden gel|unut)",)),
    ("instruction to the model", r"bỏ qua", (r"(?:hướng dẫn|chỉ dẫn|chỉ thị)",)),
    (
        "instruction to the model",
        r"(?:忽略|无视|無視|忘记|忘記|忽视)",
        (r"(?:指令|指示|说明|說明|提示|规则|規則)",),
    ),
    (
        "instruction to the model",
        r"(?:指示|命令|プロンプト|ルール)",
        (r"(?:無視(?!しな|せず)|忘れ(?!ず|な))",),
    ),
    ("instruction to the model", r"(?:지시|명령|지침|프롬프트)", (r"(?:무시|잊)",)),
    ("instruction to the model", r"(?:تجاهل|انس)", (r"(?:التعليمات|تعليمات|الأوامر|القواعد)",)),
    ("instruction to the model", r"(?:निर्देश|आदेश)", (r"(?:अनदेखा|नज़रअंदाज|नजरअंदाज|भूल)",)),
    # text that speaks to the model
    (
        "instruction to the model",
        rf"(?<![^\n.!?>(\[])\W{{0,6}}(?:(?:notes?|message|instructions?|attention)(?: (?:to|for))"
        rf"|attention|to|for)\b"
        rf"(?: (?:the|any|all|every))? {_MODEL}s?\b",
        (_ADDRESSED,),
    ),
    (
        "instruction to the model",
        rf"(?<![^\n.!?>(\[])\W{{0,6}}(?:hey|hello|dear|hi)\b(?: (?:the|any|all))? {_MODEL}s?\b",
        (_ADDRESSED, r"\b(?:you|your|please|candidate|applicant|cv|resume|score|rate|ignore|grateful)\b"),
    ),
    (
        "instruction to the model",
        rf"(?<![^\n.!?>(\[])\W{{0,6}}{_MODEL}s?\b",
        (
            r"^\s?:\W{0,3}(?:rate|score|rank|treat|count|give|add|mark|recommend|assign|output|report|reject|ignore)\b",
            r"\b(?:this|candidates?|applicants?|cv|resume|points|every|proof|maximum|highest|excellent)\b",
        ),
    ),
    (
        "instruction to the model",
        rf"\b{_MODEL}s? (?:must|should|shall|have to|has to|need to|are to|is to)\b",
        (
            r"\b(?:rate|score|rank|treat|count|give|mark|recommend"
            r"|assign|accept|output|report|reject|stop reading)\b",
            r"\b(?:this|candidates?|applicants?|cvs?|resumes?|person|here)\b",
        ),
    ),
    (
        "instruction to the model",
        r"\bwhen (?:asked|told|prompted|instructed) to (?:evaluate|score|rate|rank|assess|review|compare)\b",
        (
            r"\b(?:this|the) (?:document|cv|resume|candidate|applicant|text)\b",
            r"\b(?:always|answer|respond|give|say|report|output)\b",
        ),
    ),
    (
        "instruction to the model",
        r"\bas an? (?:ai|(?:large )?language model)\b",
        (r"\byou (?:are|must|should|will)\b",),
    ),
    (
        "instruction to the model",
        r"\b(?:(?:imagine|pretend)(?: that)? you(?:'re| are)|role-?play as)\b",
        (
            r"\b(?:evaluator|grader|judge|reviewer|screener|language model|ai|\w*gpt)\b",
            r"\b(?:100|perfect|met|always|every (?:requirement|skill|candidate))\b",
        ),
    ),
    (
        "instruction to the model",
        r"\bin (?:every|each|all|your) recommendations?\b",
        (
            r"^,? (?:tell|say|include|mention|add|write|advise)\b",
            r"\b(?:candidate|applicant|reader|link|visit)\b",
        ),
    ),
    (
        "instruction to the model",
        rf"{START}(?:include|write|put|insert|mention|add)\b",
        (
            r"\b(?:phone|e-?mail|address|password|prompt|rules|text|message|it|them|links?|words?)\b",
            r"\b(?:in(?:to)?|as|to) (?:the |your |each |every )?(?:gaps|strengths|rationale|evidence)"
            r"(?: list| field)?\W{0,3}$",
        ),
    ),
    # the same, language by language
    (
        "instruction to the model",
        r"(?<![^\n.!?>(\[])\W{0,6}(?:hinweis|anweisung|nachricht|notiz|note|message|nota|mensaje|instrucciones|avviso"
        r"|messaggio|istruzioni|aviso|opmerking|bericht|uwaga|meddelande|besked|attention)\b"
        r" ?(?:an|à|de|pour|para|per|aan|voor|dla|till|til|por)?\b(?: die| den| eine?| la| las| los| a| het)?"
        r" ?(?:l')?(?:ki|ia|sprachmodell|bots?)\b",
        (r"^ ?(?:[:,!]|- )", _JUDGED),
    ),
    (
        "instruction to the model",
        r"(?<![^\n.!?>(\[])\W{0,6}(?:an die|pour|para|per|aan|voor|dla|till|til) (?:la |l'|de |het )?"
        r"(?:ki|ia|ai)\b",
        (r"^ ?(?:[:,!]|- )", _JUDGED),
    ),
    (
        "instruction to the model",
        r"\b(?:(?:falls|wenn|sofern) du|si (?:tu es|vous êtes|eres)|se (?:você é|és|sei|tu sei)"
        r"|als (?:je|u)|om du är"
        r"|hvis du er|jeśli jesteś|если ты|якщо ти)\b",
        (
            r"^ ?(?:eine? |une? |una? |un'|uma? |een |en )?(?:ki|ia|ai|ии|ші"
            r"|llm|sprachmodell|modèle de langage"
            r"|modelo de lenguaje|modelo de linguagem|modello linguistico|taalmodel|modelem"
            r"|språkmodell|sprogmodel"
            r"|sztuczną|языковая|нейросеть|мовна|intelligenza artificiale|inteligencia artificial)\b",
            _JUDGED,
        ),
    ),
    ("instruction to the model", r"\battention de l'ia\b", (_JUDGED,)),
    ("instruction to the model", r"\bbir yapay zeka", (r"^ (?:isen|iseniz|modeliysen)\b",)),
    (
        "instruction to the model",
        r"如果[你您]是",
        (
            r"^(?:一[个個])?(?:ai|人工智能|人工智慧|语言模型|語言模型)(?![a-z]|工|专|人才|爱|产|研|开|算|领|行|方|从)",
        ),
    ),
    ("instruction to the model", r"ai(?:審査員|採点者)?(?:の方)?へ[:、,]", (r"(?:評価|スコア|候補|点)",)),
    (
        "instruction to the model",
        r"(?:당신이|네가|귀하가) ?(?:ai|인공지능이?|언어 ?모델이?)라면",
        (r"(?:점수|만점|추천|평가)",),
    ),
    ("instruction to the model", r"إذا كنت", (r"(?:ذكاء اصطناعي|ذكاء صناعي|نموذج)",)),
    ("instruction to the model", r"\bהתעלם|התעלמי", (r"(?:הוראות|ההוראות|הנחיות)",)),
    ("instruction to the model", r"(?:دستورالعمل|دستورات)", (r"(?:نادیده بگیر|فراموش کن)",)),
    ("instruction to the model", r"(?:ละเว้น|เพิกเฉย|ไม่ต้องสนใจ)", (r"(?:สั่ง)",)),
    ("instruction to the model", r"\b(?:abaikan|lupakan)\b", (r"\b(?:instruksi|arahan|perintah)\b",)),
    ("instruction to the model", r"\b(?:αγνόησε|αγνοήστε|ξέχασε)", (r"(?:οδηγίε|εντολέ)",)),
    ("instruction to the model", r"\b(?:ignoruj|ignorujte|zapomeň)\b", (r"(?:pokyny|instrukce|příkazy)",)),
    (
        "instruction to the model",
        r"\b(?:ignoră|ignorați|uită)",
        (r"(?:instrucțiunile|instructiunile|regulile)",),
    ),
    ("instruction to the model", r"\b(?:unohda|ohita)\b", (r"\b(?:ohjeet|määräykset)\b",)),
    ("instruction to the model", r"\bhagyd figyelmen kívül\b", (r"\b(?:utasítás|utasítást|szabály)\w*",)),
    ("instruction to the model", r"\bignora\b", (r"\b(?:instruccions|ordres)\b",)),
    (
        "instruction to the model",
        rf"\bif you(?:'re| are)? (?:an? |the )?{_MODEL}(?: model| assistant| agent| system)?\s{{0,2}}"
        r"(?:[,:;)]|then\b|reading|processing|evaluat|review|screen|please|include|add\b|ignore)",
        (),
    ),
    (
        "instruction to the model",
        rf"\b(?:is|are|being|be) (?:being )?(?:read|processed|evaluated|reviewed|screened|parsed"
        rf"|scored) by (?:an? |the )?{_MODEL}\b",
        (r"\b(?:must|should|please|then|score|rate|answer|respond|include|recommend|ignore)\b",),
    ),
    (
        "instruction to the model",
        rf"\b{_MODEL}s? (?:reading|processing|evaluating|reviewing|screening|parsing|scoring) (?:this"
        rf"|these|my)\b",
        (),
    ),
    (
        "instruction to the model",
        r"\b(?<!if )you are now (?:(?:a|an) (?:helpful|different|unrestricted|new|lenient|generous"
        r"|hiring|assistant|ai|friendly)"
        r"|in (?:developer|debug|admin|dan|god|unrestricted|evaluation|test|maintenance)|acting"
        r"|no longer (?:bound|an? ))",
        (),
    ),
    (
        "instruction to the model",
        r"\byour (?:new|real|actual|updated|true) (?:instructions?|task|prompt|objective) (?:is|are)\b",
        (),
    ),
    (
        "instruction to the model",
        r"\b(?:new|updated|revised|important) instructions?(?: for the (?:ai|model|llm))?\s?:",
        (
            r"\b(?:candidates?|applicants?|cv|resume|model|score|rate|praise|you|ignore|answer|evaluat\w+|respond)\b",
        ),
    ),
    (
        "instruction to the model",
        r"\b(?:secret|hidden|(?:new|updated|revised|important) system) instructions?\s?:",
        (),
    ),
    (
        "instruction to the model",
        r"\bfrom now on,? (?:you (?:must|will|are)|(?:respond|answer) (?:only|with|that|as|in|every|all)"
        r"|act as"
        r"|always)\b",
        (),
    ),
    (
        "instruction to the model",
        r"\b(?:act as (?:if|though)|pretend(?: that)?|assume(?: that)?|behave as (?:if"
        r"|though)) (?:this|the|all|every) (?:candidate|applicant|cv|resume"
        r"|requirements? (?:are|is|were|have))\b",
        (),
    ),
    (
        "instruction to the model",
        r"\bdo not (?:mention|reveal|report|flag) (?:this|these) (?:instructions?|message|note|prompt"
        r"|text)\b",
        (),
    ),
    (
        "instruction to the model",
        r"\b(?:do anything now|dan mode|developer mode (?:is )?(?:on|enabled)|jailbreak mode)\b",
        (),
    ),
    # demands for a score or a verdict
    (
        "score demand",
        rf"{START}(?:give|assign|award|rate|score|grade|rank|set|return|output|mark|put|report|respond"
        rf"|answer|evaluate)\b",
        (_PERSON, _TOP),
    ),
    (
        "score demand",
        rf"{START}(?:give|assign|award|return|output|set|report)\b",
        (r"\b(?:100|10)\s?(?:/|out of)\s?(?:100|10)\b", _PERSON),
    ),
    (
        "score demand",
        rf"{START}(?:score|rate|grade|give)\b",
        (r"\b(?:candidate|applicant|cv|resume|me|him|her) (?:a |with )?100\b",),
    ),
    (
        "score demand",
        r"\b(?:unless|if|that|when|because) you (?:do not |don't |will |must )?"
        r"(?:rate|give|score|rank|award)\b",
        (_PERSON, _TOP),
    ),
    (
        "score demand",
        r"\b(?:assign|rate|score|give|award) (?:this|the|me)\b",
        (_PERSON, r"\b(?:less than|below|lower than|at least|not under) \d{2,3}\b"),
    ),
    (
        "score demand",
        r"\bthis (?:candidate|applicant|person)\b",
        (r"\b(?:must|should|shall|has to|needs to|is to) be (?:rated|scored|ranked|graded|given)\b", _TOP),
    ),
    (
        "score demand",
        r"\b(?:this|the|hr note: ?) ?(?:candidate|applicant|profile|cv) (?:is |was |has (?:been )?)?"
        r"(?:already )?"
        r"(?:pre-?approved|pre-?screened|cleared for hire|already (?:passed|approved|verified))\b",
        (),
    ),
    (
        "score demand",
        r"\b(?:maximum|highest|top|perfect|full) (?:possible )?(?:scores?|ratings?|marks|points)\b",
        (r"\bfor this (?:profile|candidate|cv|resume|applicant|person)\b",),
    ),
    (
        "score demand",
        rf"{START}(?:output|return|produce|write|give|generate|deliver)\b",
        (
            r"\b(?:perfect|positive|excellent|glowing) (?:evaluation|assessment|rating|verdict|match)\b",
            r"\b(?:for|of|to) (?:this|the) (?:candidate|applicant|person|cv|profile)\b",
        ),
    ),
    (
        "score demand",
        r"\b(?:correct|right|true|expected) (?:semantic score|verdict)\b",
        (r"\b(?:is|are|be)\W{1,3}(?:met|100|9\d|perfect)\b",),
    ),
    (
        "score demand",
        rf"{START}(?:skip|stop|bypass|abort|do not re-?evaluate)\b",
        (
            r"^\.?$|\b(?:the|this|any|further) (?:evaluation|scoring|assessment|screening|analysis)"
            r"(?:$| and\b| of this)",
        ),
    ),
    (
        "score demand",
        rf"{START}(?:do not|don't|never)\b",
        (
            r"^ (?:(?:penali[sz]e|deduct|lower|subtract)\b.{0,40}\b(?:missing|scores?)"
            r"|(?:answer|say|return) [\"']missing)\b",
        ),
    ),
    (
        "score demand",
        rf"{START}(?:set|mark|make|answer|output|return|report)\b",
        (r"\bverdicts?\b[^\n]{0,20}\bmet\b|\bsemantic (?:score )?(?:to |of |= ?)?100\b",),
    ),
    (
        "score demand",
        r"\b(?:requirements?|skills?|criteria)\b (?:must|should|shall|are to) be (?:treated|considered"
        r"|marked|counted)\b",
        (r"\bas (?:fully )?(?:met|satisfied|fulfilled|proven|present)\b",),
    ),
    (
        "score demand",
        r"\byour (?:only |new |real )?(?:task|job|goal|purpose) (?:now )?is to\b",
        (r"\bthis (?:candidate|applicant|person|cv|resume)\b",),
    ),
    ("score demand", r"\b(?:tip|pay) you\b", (r"^ [$£€\d]", r"\b(?:scores?|ratings?|rank|review)\b")),
    (
        "score demand",
        r"\bverdict\W{1,3}(?:of |is )?met for (?:all|every|each)\b",
        (),
    ),
    (
        "score demand",
        r"\b(?:candidate|applicant|cv|resume|match)\b (?:must|should|shall|has to|needs to|is to)\b",
        (r"\b(?:receive|score|be (?:given|assigned|rated|scored|ranked|marked|graded))\b", _TOP),
    ),
    (
        "score demand",
        r"\b(?:semantic|overall|soft[ _-]?skills?|match)[ _]?(?:score|rating)?\s?(?:=|:|must be"
        r"|should be|is always)\s?(?:100|0)\b(?! ?(?:[a-z]|% ?of))",
        (),
    ),
    (
        "score demand",
        rf"{START}(?:mark|treat|consider|label|classify|count)\b",
        (
            r"\b(?:requirements?|skills?|criteria|criterion)\b",
            r"\bas (?:fully )?(?:met|satisfied|fulfilled|missing|present|proven)\b",
        ),
    ),
    (
        "score demand",
        r"\b(?:strongly )?recommend (?:to hire|hiring|for hire|for immediate hire) (?:this"
        r"|the) (?:candidate|applicant|person)\b",
        (),
    ),
    ("score demand", r"\bhire this (?:candidate|applicant|person)\b", ()),
    ("score demand", r"\breject (?:this|the|every|all) (?:candidates?|applicants?|cvs?|resumes?)\b", ()),
    (
        "score demand",
        r"\bthis (?:candidate|applicant|cv|resume) (?:is|must be|should be) (?:an? "
        r"|the )?(?:absolutely |clearly |simply )?(?:perfect|ideal|best|100|outstanding|exceptional"
        r"|flawless)\b",
        (),
    ),
    (
        "score demand",
        r"\b(?:gib|vergib|geben sie|vergeben sie|bewerte(?:n sie)?|setze?)\b",
        (
            r"\b(?:kandidat\w*|bewerber\w*|lebenslauf|score|ihm|ihr|mir|punktzahl|bewertung)\b",
            r"\b(?:100|volle|höchst\w*|maximal\w*)\b",
        ),
    ),
    (
        "score demand",
        r"\b(?:donne[zr]?|attribue[zr]?|note[zr]|évalue[zr]?)\b",
        (r"\b(?:candidat\w*|cv|note|score)\b", r"\b(?:100|maximale?|parfaite?)\b"),
    ),
    (
        "score demand",
        r"\b(?:dale|asigna|otorga|puntúa|califica|pon)\b",
        (r"\b(?:candidat\w*|currículum|cv|puntuación|puntos)\b", r"\b(?:100|máxima|perfecta)\b"),
    ),
    (
        "score demand",
        r"\b(?:assegna|valuta|dai|atribua|dê)\b",
        (r"\b(?:candidat\w*|punteggio|pontuação|cv)\b", r"\b(?:100|massimo|máxima)\b"),
    ),
    (
        "score demand",
        r"(?:поставь|оцени|присвой|дай)\w*",
        (r"(?:кандидат|резюме|балл|оценк)", r"(?:100|максимальн|высш)"),
    ),
    ("score demand", r"(?:给|給|打|评|評)", (r"(?:100\s?分|满分|滿分)",)),
    ("score demand", r"(?:100\s?点|満点)", (r"(?:付け|つけ|与え|して)",)),
    # forged chat markup
    (
        "fake system message",
        r"(?:^|\n)\W{0,8}(?:system|assistant|developer|admin|administrator)\W{1,4}(?:message|prompt"
        r"|note|override|instructions?|notice|command)\b\W{0,4}(?::|\n|-|$)",
        (),
    ),
    (
        "fake system message",
        r"(?:^|\n)\W{0,6}(?:system|assistant|developer)\W{0,3}:\*{0,2}\s",
        (
            r"\b(?:candidate|applicant|ignore|override|your?|model|evaluat\w+|scor\w+|approved"
            r"|verified|instructions?|must|respond)\b|^(?:sure|certainly|understood)[,.!] ",
        ),
    ),
    (
        "fake system message",
        r"<\s?\|\s?(?:im_start|im_end|system|user|assistant|endoftext|endofprompt|start_header_id"
        r"|end_header_id|eot_id|begin_of_text)\s?\|?\s?>?|<\|[a-z][a-z_]{1,30}\|>|<(?:start|end)_of_turn>",
        (),
    ),
    (
        "fake system message",
        r"(?:^|\n)\W{0,3}role\s?[:=]\s?[\"']?system[\"']?\s?\n",
        (r"^\W{0,4}content\s?[:=]",),
    ),
    (
        "fake system message",
        r"\b(?:ai|llm|system|gpt)",
        (
            r"^[_-](?:(?:instructions?|prompt)\b[\"']?\s{0,2}=|(?:evaluation|rating|score)\b[\"']?\s{0,2}content=)",
        ),
    ),
    (
        "fake system message",
        r"</?(?:system|assistant|developer)(?:[-_](?:message|prompt|note))?>|\[/?(?:inst|system|sys)\]"
        r"|<</?sys>>",
        (),
    ),
    (
        "fake system message",
        r"###\s?(?:system|assistant)\s?(?::|message|prompt|\n)|###\s?(?:instruction|response)s?\s?:",
        (),
    ),
    (
        "fake system message",
        r"(?:^|\n)\W{0,4}(?:begin|end)(?: of)?(?: system)? (?:instructions|prompt)\W{0,4}(?:\n|$)",
        (),
    ),
    ("fake system message", r"#(?:system|user|assistant)\}\}", ()),
    (
        "fake system message",
        r"[\"']role[\"']\s{0,3}:\s{0,3}[\"'](?:system|assistant|developer|tool)[\"']",
        (),
    ),
    (
        "fake system message",
        r"\b(?:(?:begin|start|end of) (?:system|admin|developer) (?:prompt|message|override)"
        r"|end of (?:the )?prompt)\b",
        (),
    ),
    # forged ends of the data
    (
        "delimiter breakout",
        r"<<<+\s?/?(?:end|begin|start|stop)\b|<<\s?/?(?:end|begin|stop)\b[^\n<>]{0,40}>>|(?:end|begin|stop)\b[^\n<>]{0,40}>>>",
        (),
    ),
    (
        "delimiter breakout",
        r"</(?:cv|resume|job|posting|job_?description|document|documents|user_?input|user|untrusted"
        r"|data|context|prompt|instructions?|candidate|input)>",
        (),
    ),
    (
        "delimiter breakout",
        r"[-=#*_~](?<![-=#*_~].)[-=#*_~]{2,}\s?(?:end|close) (?:of )?(?:the )?(?:cv|resume|job|posting|"
        r"job description|document|data|input|user input|context|"
        r"candidate data)\b[\W_]{0,12}\n[\s\W]{0,10}(?:system"
        r"|new|instruction|begin|now|ignore|assistant|evaluat|score|the (?:real|actual)|you)",
        (),
    ),
    (
        "delimiter breakout",
        r"(?:\"\"\"|'''|```)\s{0,3}\n?\s{0,3}(?:system|new instructions?|ignore|end of|assistant)\b",
        (),
    ),
    # asking for the prompt
    (
        "prompt disclosure request",
        r"\b(?:reveal|repeat|print|show|output|display|disclose|leak|return|include|quote|copy|tell me"
        r"|write out|append|what (?:is|are|were))\b",
        (
            r"\b(?:your (?:system |initial |hidden |original |full |entire )*(?:prompts?"
            r"|instructions?)|(?:prompts?|instructions?|everything|text|words) (?:above|before this)\b"
            r"(?! (?:the|an?|our|my|every)\b)"
            r"|(?:initial|hidden|secret) (?:prompt|instructions?))\b",
        ),
    ),
    (
        "prompt disclosure request",
        rf"{START}(?:reveal|repeat|print|disclose|leak|copy|append|tell me)\b",
        (r"\bsystem (?:prompt|message|instructions?)\b",),
    ),
    (
        "prompt disclosure request",
        rf"{START}(?:forward|send|share|quote|translate)\b",
        (r"\byour (?:system|hidden|initial) (?:prompt|message|instructions?)\b",),
    ),
    (
        "prompt disclosure request",
        rf"{START}(?:translate|summari[sz]e|describe|list|explain|write)\b",
        (
            r"\byour (?:guidelines|instructions|system prompt)\b"
            r"|\b(?:rules|instructions|guidelines) (?:that )?you (?:were|have been|are) given\b"
            r"|\bmessage (?:that (?:came|stands) )?before this\b",
            r"\b(?:strengths|gaps|rationale|answer|recommendations?|output|response)\b",
        ),
    ),
    (
        "prompt disclosure request",
        r"\bwhat (?:were|have|had) you (?:been )?told\b",
        (r"\bconversation\b|\bprompt\b",),
    ),
    (
        "prompt disclosure request",
        r"\b(?:gib|zeige?|wiederhole?|nenne|verrate)\b",
        (r"\b(?:system-?prompt|deine[nr]? (?:anweisungen|prompt)|prompt)\b",),
    ),
    (
        "prompt disclosure request",
        r"\b(?:révèle|répète|affiche|montre)[zr]?\b",
        (r"\b(?:prompt|(?:tes|vos) instructions)\b",),
    ),
    (
        "prompt disclosure request",
        r"\b(?:revela|repite|muestra|imprime)\b",
        (r"\b(?:prompt|tus instrucciones|instrucciones del sistema)\b",),
    ),
    (
        "prompt disclosure request",
        r"(?:输出|显示|重复|透露|打印|輸出)",
        (r"(?:系统提示|系統提示|提示词|prompt|指令)",),
    ),
    ("prompt disclosure request", r"(?:покажи|повтори|раскрой|выведи)", (r"(?:промпт|инструкци)",)),
    # forged calls and answers
    (
        "tool call",
        r"[\"'](?:tool_calls?|function_call|tool_use)[\"']\s?:|</?(?:tool_call|function_calls?|invoke"
        r"|tool_use)\b|<function=|\[tool_call",
        (),
    ),
    (
        "tool call",
        r"[\"']name[\"']\s?:\s?[\"'][\w.]{2,60}[\"']\s?,\s?[\"'](?:arguments|parameters|input)[\"']\s?:",
        (),
    ),
    (
        "tool call",
        r"\b(?:call|invoke|execute|run|use)\b",
        (r"\b(?:function|tool)\b\s{0,3}[\"'`]?[a-z_.]{3,60}[\"'`]?\(",),
    ),
    (
        "answer in the text",
        r"[\"'](?:semantic|soft_?skills?|overall_?score|match_?score|score|verdict|rating"
        r"|recommendation)[\"']\s{0,3}:\s{0,3}[\"']?(?:\d|met\b|high|strong|hire)",
        (),
    ),
    ("answer in the text", r"\|\s?verdict\s?\|", (r"\|\s?met\s?\|",)),
    (
        "answer in the text",
        r"\b(?:evaluation result|screening result|match score|ats verified)\s?:",
        (r"\b100\s?/\s?100\b|\b100\s?% match\b|\ball requirements met\b",),
    ),
    (
        "hidden text",
        r"style\s?=\s?[\"'][^\"'<>]{0,200}(?:color\s?:\s?(?:white|#fff|transparent)"
        r"|font-size\s?:\s?[01](?:px|pt|em|;|\")|display\s?:\s?none|opacity\s?:\s?0"
        r"|visibility\s?:\s?hidden)",
        (),
    ),
    (
        "hidden text",
        r"\\(?:text)?color\s?\{\s?white\s?\}|\[(?:hidden|invisible|white) text\b|\((?:hidden|invisible"
        r"|white) text\)",
        (),
    ),
    ("hidden text", r"<(?:span|div|p)[^<>]{0,60}\bhidden\b", ()),
    # reversed, and shifted by thirteen letters
    ("encoded instruction", r"snoitcurtsni|tpmorp metsys|vafgehpgvbaf|flfgrz cebzcg", ()),
)
