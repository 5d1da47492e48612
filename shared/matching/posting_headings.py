"""What the heading of a posting announces where it is none of the usual ones.

"What you'd be doing", "It would be lovely if you had", "The money bit". The usual ones are looked up as they
are (``sections``). These are told by how they begin and by being made of words that say nothing of the work,
so that "You have run a kitchen" stays the sentence it is.
"""

from functools import cache

from shared.matching.lazy import Lazy

_LONGEST = 72
"""Characters."""
_MOST_WORDS = 11

_YOU = r"you(?:'ll|'d|'re|'ve| will| would| may| might| can| should| must)?(?: also)?(?: ideally)?(?: be)?"
_ROLE = r"(?:role|job|position|post|work|opportunity|challenge|remit|assignment|vacancy)"
_TAIL = (
    r"(?: (?:to|for|the|this|these|that|your|you|in|with|within|at|on|our|us|we|a|an|of|role|job|team|"
    r"position|do|be|"
    r"are|have|had|has|who|if|and|or|it|is|it's|all|about|like|from|following|here|need|needed|success|"
    r"successful|"
    r"succeed|someone|somebody|people|person|candidate|candidates|skills?|experience|background|requirements|"
    r"qualities|qualifications|knowledge|things|please|must|should|really|already|also|some|both|as|us|apply|"
    r"join|thrive|considered|will|you'll|you'd|you've|but|not|essential|table|every day|day to day|day|"
    r"daily|most|more|well|post|work))*"
)

_GOOD = (
    r"(?:great|nice|lovely|good|bonus|plus|advantage|advantageous|asset|fantastic|brilliant|ideal|helpful|"
    r"useful|handy|"
    r"wonderful|love|delighted|impressed|happy|even better|better still|preferred|desirable|beneficial|"
    r"welcome|"
    r"extra points|viewed favourably|viewed favorably|looked on favourably|valued|appreciated|interesting)"
)
_WISHES = Lazy(
    r"(?:(?:it|we|that|these|this|here|things|any of these|(?:any of )?the following|"
    r"(?:some )?experience (?:of|in|with) "
    r"(?:any of )?(?:the following|these))(?:'s|'d| is| are| would| will)? (?:also |really |even |"
    r"all )?(?:be |have |"
    rf"make )?(?:us )?(?:considered )?(?:a |an )?(?:real |big |added |nice |very )?{_GOOD}"
    rf"(?: to (?:have|see))?(?: it)?(?: if)?{_TAIL}|"
    r"(?:(?:some |any )?(?:extra|bonus|brownie|plus|additional|further|other|added|nice|big|useful|helpful|"
    r"desirable) )?"
    r"(?:useful |desirable |preferred )?(?:points|extras|advantages|pluses|bonuses|plus|bonus|kudos|credit|"
    r"wishes|"
    rf"desirables)(?: (?:for|if))?{_TAIL}|"
    rf"(?:also |other |some |any )?(?:useful|helpful|handy|welcome|beneficial|advantageous){_TAIL}|"
    rf"(?:would|will|may) be (?:considered )?(?:a |an )?(?:real |big |strong |definite )?"
    rf"{_GOOD}(?: to have)?{_TAIL}|"
    rf"you(?:'ll| will|'d| would)? (?:really |especially )?(?:stand out|shine){_TAIL}|"
    r"(?:standout|stand out) (?:qualities|skills|candidates|features|experience)|"
    r"(?:the )?cherry on (?:the )?(?:top|cake)|"
    rf"we(?:'d|'ll| would| will) be (?:extra |really |especially |very |particularly |even more )*"
    rf"(?:impressed|happy|delighted|excited|thrilled|interested|pleased){_TAIL}|"
    rf"(?:considered )?(?:an? )?(?:strong |real |valuable |definite )?(?:asset|assets|plus){_TAIL}|"
    rf"(?:even )?(?:better|nicer)(?: still| yet)?(?: if)?{_TAIL}|"
    r"(?:what |how |things that |ways |it |this |these )?(?:would |will |could |to |might |"
    r"may )?(?:also )?(?:make |help |"
    rf"set |sets )?(?:you )?(?:to )?(?:stand out|shine|apart){_TAIL}|"
    rf"(?:what |it |this |these )(?:would |will |may |might )?(?:also )?helps?{_TAIL}|"
    r"what (?:we|we'd|we would) (?:also |really )?(?:like|love) to (?:see|have|find).{0,12}|"
    r"(?:not (?:essential|required|needed|a must|mandatory)|no must|optional)(?: but)?"
    r"(?: (?:great|nice|good|useful|helpful|welcome|we'd .{2,20}))?"
    rf"{_TAIL}|"
    rf"you (?:may|might) also (?:have|know|bring){_TAIL}|"
    rf"(?:we'd|we would|we) (?:also |really )?(?:love|like(?! you to)|prefer)(?: it)?"
    r"(?: if)?(?: (?:you|to see|"
    rf"to have))?{_TAIL}|"
    rf"(?:the |our )?(?:ideal|best|strongest) (?:candidates?|applicants?|person)(?: will| would| should| may|"
    rf" might)? (?:also|additionally|ideally){_TAIL}|"
    rf"ideally{_TAIL}|(?:would|it'd) be nice|wish ?list|(?:the )?cherry on (?:the )?(?:top|cake)|"
    r"(?:(?:nice|good|great)[ -]to[ -]haves?|preferred|desirable|desired|useful|helpful)(?: \w+)? "
    r"\(?(?:but )?not (?:required|essential|necessary|needed|mandatory|a must)\)?|"
    r"(?:(?:additional|other|further)(?: \w+)? )?\((?:desirable|preferred|optional|nice to have)\)|"
    r"(?:good|great)[ -]to[ -]haves?|if you also (?:have|know|bring)|"
    r"(?:considered )?(?:as )?(?:an? )?(?:added )?(?:plus|assets?))"
)
_KEY = r"(?:essential|key|main|primary|core|job|position)"
_DONE = r"(?:duties|tasks|responsibilities|functions|accountabilities)"
_DUTIES = Lazy(
    rf"(?:so )?(?:what|how|where) {_YOU} (?:do|doing|work on|working on|spend|spending|deliver|delivering|"
    rf"own|"
    r"owning|responsible for|contribute|contributing|achieve|achieving|accomplish|build|building|tackle|"
    r"tackling|"
    rf"get up to|getting up to|focus on|focusing on|involved in|make an impact|help)(?: your time|"
    rf" your days?)?{_TAIL}|"
    rf"(?:so )?what (?:the|this|your) {_ROLE} (?:involves|includes|entails|is|looks like|"
    rf"is about)(?: about)?{_TAIL}|"
    rf"(?:the|your|main|core|key|more about the|about (?:the|this|your)|(?:a )?(?:bit |"
    rf"little )?more about the|"
    rf"some of your|summary of the|purpose of the|nature of the) {_ROLE}(?: itself| in (?:short|brief|"
    rf"a nutshell)|"
    r" at a glance| involves| includes| entails| looks like| content| holder will)?|"
    r"(?:an? |your |the )?(?:typical |average |usual )?(?:day|week|days|weeks|shift)"
    r"(?:[ -](?:in the life|in your life|to[ -]day|to[ -]week|looks like|at .{2,20}|"
    r"with us))?(?: of .{2,40})?|"
    r"your (?:first )?\d{1,3} days|"
    r"what (?:will|would|do) (?:i|you) (?:be doing|do)(?: all day| every day| day to day)?|"
    rf"day[ -]to[ -]day(?: {_YOU})?|scope of (?:the )?work|what success looks like|what's involved|"
    r"responsible for(?: the following)?|"
    rf"(?:{_KEY} )?{_DONE}(?: and {_DONE})? of (?:the |an? )?.{{3,40}}|"
    rf"(?:{_KEY} )?{_DONE} (?:and|&|/) (?:{_KEY} |other )?{_DONE}|"
    rf"(?:in|as part of|within|on) (?:this|the) {_ROLE} ?(?:{_YOU})?|"
    rf"(?:as|being) (?:an?|our|the) .{{3,40}} {_YOU}|"
    r"(?:key |main |core |primary )?(?:responsibility|result|performance|task|work) areas?|kras?|"
    rf"(?:{_YOU}|the (?:job|post|role) ?holder will(?: be)?) (?:be )?(?:responsible for|expected to|"
    rf"required to|working on|"
    rf"accountable for){_TAIL}|"
    r"(?:your |the |key |main |core |some )?(?:mission|impact|tasks|daily tasks|deliverables|objectives|"
    r"accountabilities|"
    r"responsibilities|duties)(?: include| and tasks| will be| are)?"
)
_REQUIRED = Lazy(
    r"what makes you (?:a |an |the )?(?:great |good |perfect |right |strong |ideal )?(?:fit|match|candidate)|"
    rf"(?:you|this (?:role|job|position))(?:'ll| will| may| might| could| would|'d| is|'s)?"
    r" (?:be )?(?:a |an )?"
    rf"(?:great |good |perfect |right |strong |ideal |real )*(?:fit|match|for you)(?: for (?:us|this|"
    rf"this role|the "
    rf"role|the job))?(?: if)?{_TAIL}|"
    rf"what (?:do|would|will) we (?:need|want|expect|require|seek|ask for|look for)(?: to see)?{_TAIL}|"
    rf"we(?:'d| would) love to hear from you if{_TAIL}|what it takes(?: to .{{2,30}})?|how you qualify|"
    rf"what will make you (?:successful|succeed|great)(?: .{{2,30}})?|(?:who|you) can apply|"
    rf"(?:do|are) you (?:have|the|ready)(?: .{{2,30}})?|"
    rf"why you(?:'re| are|'ll be| will be| might be| may be|'d be| would be) (?:a |an |the |our )?"
    r"(?:great |good |perfect |right |strong |ideal |next )?"
    r"(?:fit|match|person|candidate|one)(?: for .{2,20})?|"
    r"(?:so )?what (?:we|you|we're|you're|you'll|you'd|we'd|we'll|you've|the client|our client|the job|"
    r"the role)(?: are| will| would| should| think you| hope you)?(?: be)? "
    r"(?:also )?(?:need to see|need|needs|takes|done|know|ask of|needed|want|wants|wanting|ask|asking|"
    r"ask for|asking for|expect|expecting|"
    r"look for|"
    rf"looking for|after|bring|require|requires|seek|seeking|hope for|hoping for|should have|must have|"
    rf"have){_TAIL}|"
    rf"who (?:we|we're|you|you're|are you|you are|we are|should)(?: (?:are|need|want|seek|seeking|"
    rf"looking for|after|"
    rf"apply)){{0,2}}{_TAIL}|"
    rf"(?:we'd|we would) like you to{_TAIL}|"
    rf"(?:we're |we are |we |now )?(?:looking for|seeking|after|need){_TAIL}|"
    rf"{_YOU} (?:have|need|needs|bring|possess|offer|know|show|demonstrate|hold|be){_TAIL}|"
    r"(?:you|you're|you are|you must)|what (?:will|would|do) (?:i|you) need|person profile|"
    rf"(?:to be|to|if you're to|in order to) (?:be )?(?:successful|considered|succeed|thrive|apply|join|"
    rf"do this|excel){_TAIL}|"
    rf"(?:are|is|does|could|sound|sounds|would)(?: this| that| it)? (?:you|be you|like you|"
    rf"sound like you){_TAIL}|"
    r"(?:your|the|our|essential|key|core|minimum|candidate|candidate's|ideal|non-negotiable|basic|other|"
    r"job|entry) "
    r"(?:ideal |right |successful |key |core |essential |minimum )?(?:background|toolkit|tool kit|"
    r"skill ?set|skills?|"
    r"experience|expertise|profile|attributes|person|candidate|applicant|criteria|qualifications|"
    r"must[ -]haves?|"
    rf"non-negotiables|essentials|basics|requirements|competencies){_TAIL}|"
    rf"(?:the )?(?:must[ -]haves?|non[ -]negotiables?|essentials|basics|hard requirements|musts){_TAIL}"
)
_THEY_HAVE = Lazy(
    rf"(?:our|the|your) (?:perfect|ideal|right|next) (?:match|person|candidate|hire|colleague){_TAIL}|"
    rf"{_YOU} (?:be )?(?:right for|thrive|fit in|love|enjoy|suit|a fit)\b.{{0,20}} if|"
    rf"we're keen to hear from you if|"
    rf"what you(?:'re| are) (?:good|great) at|(?:what )?you(?:'ve| have)(?: already| probably)?(?: got|"
    rf" done)?{_TAIL}|"
    rf"you(?:'ll| will)? already (?:have|know){_TAIL}|"
    rf"(?:skills|experience|tools|tech|knowledge|people|person) (?:that )?(?:you|we)(?:'re| are|'ll|'d)? "
    rf"(?:have|know|need|want|after|use|bring)|"
    r"(?:bare|absolute) essentials|your (?:superpowers|strengths|talents)|(?:required |key |"
    r"core )?capabilities|"
    r"tech(?:nical)? skills|qualities|(?:licen[cs]es and )?tickets(?: required| needed)?|"
    r"what(?:'s| is) (?:needed|required|essential)|"
    rf"(?:for|in|to do) this(?: {_ROLE})? you(?:'ll| will)? (?:need|have|must have){_TAIL}|"
    rf"(?:the )?(?:(?:(?:ideal|qualified|right|best|preferred|selected|successful|chosen|suitable) )?"
    rf"(?:candidates?|applicants?|person)|post ?holder)"
    rf"(?: will| must| should)?(?: ideally)? (?:have|need|be|possess|demonstrate){_TAIL}|"
    rf"(?:please |only |you should |you can )?apply if(?: you)?(?: have)?{_TAIL}|have you(?: got)?{_TAIL}|"
    rf"who (?:this|it) is for|who is (?:this|it) for|what does it take{_TAIL}|"
    rf"(?:the |some )?(?:things|skills|experience|qualities|knowledge) (?:that )?(?:we|you)(?:'ll|'d| will|"
    rf" would)? "
    rf"(?:need|value|want|look for|expect){_TAIL}|"
    rf"we(?:'d| would)? (?:think|hope|imagine|guess|expect|assume|believe|reckon)(?: that)? you(?:'ll|'d|"
    rf"'ve| will|"
    rf" would|'re| are)?(?: to)?(?: also)?(?: probably| likely)?(?: have| be| know| bring| need)?{_TAIL}|"
    rf"you(?:'re| are|'ll| will)? (?:likely|probably)(?: to)?(?: have| be| know){_TAIL}|"
    rf"{_YOU} (?:come|arrive|turn up) (?:to us )?(?:with|from){_TAIL}|"
    rf"(?:about the|what sort of|what kind of|the sort of|the kind of) (?:person|candidate|people){_TAIL}|"
    rf"who(?:'d| would| will|'ll)? (?:suits?|fits?|enjoys?|loves?|thrives in|be good at) (?:this|the|it|"
    rf"in){_TAIL}|"
    rf"who you(?:'ll|'d| will| would) be{_TAIL}|"
    r"your (?:toolbox|kit|part)|must[ -]knows?|mandatory|needs|what counts|what gets you (?:hired|in|"
    r"the job)|"
    rf"skill ?sets? required|(?:needed|required) for (?:the|this) {_ROLE}|"
    r"how you(?:'ll| will) (?:be successful|succeed)|you,? in (?:short|brief|a nutshell)"
)
_THEY_DO = Lazy(
    rf"(?:you(?:'ll| will|'d| would)(?: be)?|get stuck in(?:to)?|the gist|in a nutshell|(?:the|your) brief|"
    rf"{_ROLE} scope|"
    rf"(?:(?:the|your|key|main|primary|essential|principal) )?(?:{_ROLE} )?(?:duties|responsibilities|tasks)"
    rf"(?: and (?:duties|responsibilities|tasks))?(?: (?:of|for|in) (?:the|this) {_ROLE})?"
    rf"(?: (?:may|will|shall))?(?: also)? include(?: but (?:are )?not (?:be )?limited to)?"
    rf"(?: the following)?|"
    rf"your focus|focus areas|workload|the nitty[- ]gritty|where you(?:'ll| will)? (?:focus|come in)|"
    rf"how you(?:'ll| will) (?:add value|make an impact|contribute)|(?:the )?impact you(?:'ll|"
    rf" will) (?:make|have)|"
    rf"projects you(?:'ll| will) work on|(?:what's )?on your (?:plate|desk)|what's the {_ROLE}(?: like)?|"
    rf"(?:typical|core|job|general|main) (?:tasks|functions|duties|work)|a (?:bit|little) about (?:the|"
    rf"this) {_ROLE})|"
    rf"we(?:'ll| will|'d)? (?:need|want|ask|expect) you to(?! have| be| bring| know){_TAIL}|"
    rf"(?:so )?what {_YOU} get (?:stuck (?:in|into)|up to|to (?:do|work on|own|build|run)|involved in|"
    rf"your teeth into|"
    rf"your hands on|your hands dirty with|going on){_TAIL}|"
    rf"{_YOU} (?:own|owning|lead|leading|run|running|build|building|work on|working on|get to|do|doing|spend|"
    rf"tackle|take on|deliver|drive){_TAIL}|"
    rf"what(?:'s| is) (?:it|the {_ROLE}|this {_ROLE}|this)(?: all)?(?: about)?|"
    rf"(?:so )?what {_YOU} (?:actually |really |mostly |mainly )?(?:do|doing|look after|looking after|up to|"
    rf"on|run|running|"
    rf"lead|leading|here to do|own|take on)(?: all (?:day|week)(?: long)?| every day| each day)?{_TAIL}|"
    rf"what we(?:'d| would|'ll| will)? (?:like|love|have|want|need|ask|expect) you (?:to )?(?:do|"
    rf"doing){_TAIL}|"
    rf"(?:over|in|during|across) (?:a|an|your|the) (?:first |typical |normal |average )?(?:\w+ )?"
    rf"(?:day|days|week|weeks|month|months|year){_TAIL}|"
    rf"(?:on )?most (?:days|weeks|mornings) ?(?:{_YOU})?|"
    rf"an? (?:day|week|month|year) in (?:this|the|your) (?:{_ROLE}|life){_TAIL}|"
    rf"your first (?:\w+ )?(?:year|months?|weeks?|days)|"
    rf"what happens in (?:the|this) {_ROLE}|(?:the |our |your )?day job|"
    rf"(?:main|overall|core|key) (?:purpose|aim|objective|aims)(?: of (?:the|this) {_ROLE})?|"
    r"(?:your |the )?(?:main|key|core|daily|day to day|principal) (?:tasks|duties|responsibilities|"
    r"accountabilities|"
    r"activities)"
)
_THEY_MAY = Lazy(
    rf"what (?:would|might|could) (?:also )?be (?:nice|good|great|useful|handy|a bonus){_TAIL}|"
    rf"what we(?:'d| would) also (?:like|love|welcome){_TAIL}|"
    r"(?:good|nice|great|useful|handy|lovely),? but not (?:vital|essential|needed|necessary|required|"
    r"critical|crucial)|"
    rf"(?:(?:lovely|handy|useful|great|nice|good) (?:to have|if)|(?:useful|nice|handy) to know|"
    rf"good to know if)(?: you)?(?: have| know| bring)?{_TAIL}|"
    rf"(?:things|stuff|experience|skills) that (?:would|will|may|might) (?:also )?help{_TAIL}|"
    r"(?:qualifications|skills|experience) we prefer"
)
_BOILERPLATE = Lazy(
    rf"here's what (?:you get|we offer)|we(?:'ll| will) (?:give|offer)(?: you)?|we're offering|"
    rf"and in return|fancy it|"
    rf"want to apply|agencies|visas?|"
    rf"(?:you(?:'ll|'d| will| would)? get|in exchange|why \w+|(?:where and when|when and where)|"
    rf"where we(?:'re| are))"
    rf"{_TAIL}|"
    rf"(?:so )?(?:what|why) (?:we|us|our|join|work|choose|{_YOU} (?:get|receive|enjoy|gain|earn|love)|"
    rf"you get|"
    r"it's like|is it like|to expect|happens|is in it|else is in it|do we|do you get|makes us)\b.{0,40}|"
    r"what's (?:on offer|in it|next|the package|it like)\b.{0,30}|what (?:can|do|will) (?:we|you) (?:offer|"
    r"get)\b.{0,30}|"
    r"(?:how|what) we(?:'ll| will)? (?:look after|reward|support|take care of|treat|invest in|thank) you\b"
    r".{0,30}|"
    r"what you can expect from (?:us|your)\b.{0,20}|"
    r"in return\b.{0,20}|for your (?:hard )?work\b.{0,20}|"
    r"the (?:perks|package|deal|offer|money|boring|small print|practical|practicalities|details|process|"
    r"company|team|"
    r"firm|school|trust|hospital|practice|business|legal|salary|pay|rewards?|benefits|nice stuff|"
    r"good stuff|rest)"
    r"(?: (?:bit|bits|stuff|part|parts))?|"
    r"(?:how|when|where) (?:to|do i|do you|you|we) (?:apply|hire|get in touch|contact|work)\b.{0,20}|"
    r"(?:to )?(?:apply|applying|applications?|interested|ready to apply|get in touch)(?: (?:now|here|today|"
    r"process))?|"
    r"(?:some )?(?:of )?(?:the |our |your |employee |staff |additional |great )?"
    r"(?:perks|rewards|benefits|salary|pay|package|remuneration|hours|rates?)"
    r"(?:(?: and|,) (?:perks|rewards|benefits|salary|pay|package|hours|rates?|conditions|leave|"
    r"location)){0,3}"
    r"(?: (?:include|on offer|at .{2,20}|of working .{2,30}|package))?|"
    r"(?:our|meet the|meet our|life at|working for|working at(?! heights?\b)|working with (?:us|our)) "
    r"(?!.*(?:stack|tech|tools|requirements|ideal|candidate)).{2,40}|"
    rf"about (?!you|the (?:role|job|post|position|work|candidate|person)|this {_ROLE}).{{2,40}}|"
    r"(?:our )?(?:hiring|selection|interview|application|recruitment) (?:process|timeline|dates?|stages?|"
    r"steps)|.{0,40}\bperks\b.{0,40}|"
    r"(?:key|important|closing|interview|start) dates?|(?:total|our) rewards?|"
    r"careers (?:at|with) .{2,30}|top reasons to work .{2,30}|business overview|"
    r"(?:notice|note|information) (?:to|for) (?:recruiters|agencies|recruitment agencies|third parties)|"
    r"(?:no|recruitment) agencies|agency notice|"
    r"(?:pre[- ]?employment|background|reference|vetting|security|dbs) (?:checks?|screening)|"
    r"(?:safeguarding|safer recruitment|privacy|eeo|diversity|inclusion|equality|"
    r"equal opportunit(?:y|ies)|data protection)"
    r" (?:statement|notice|policy)|"
    r"(?:job|employment|contract) type|"
    r"(?:working |work |shift )?(?:schedule|hours|shifts?|pattern|shift pattern)|"
    r"(?:more|further|additional|other) information(?: (?:about|on|regarding) .{2,40})?|"
    r"enquiries|questions|(?:reasonable )?accommodations?|travel|"
    r"(?:bonus|pay|salary)(?: and| &) benefits|data protection|other information|offer|vacancy details|apply|"
    r"(?:next steps|the next step|good to know|please note|important|note|nb)"
)


_KINDS = (
    ("preferred", _WISHES),
    ("preferred", _THEY_MAY),
    ("duties", _DUTIES),
    ("duties", _THEY_DO),
    ("required", _REQUIRED),
    ("required", _THEY_HAVE),
    ("boilerplate", _BOILERPLATE),
)
_LETTERS = Lazy(r"[a-z]+")


@cache
def words_of_headings() -> frozenset[str]:
    """What a heading can begin with, and more: every word of the expressions, with an "s" and without."""
    words = {word for _, pattern in _KINDS for word in _LETTERS.findall(pattern.pattern)}
    return frozenset(words | {f"{word}s" for word in words} | {word.removesuffix("s") for word in words})


_EXPECTED_TEXT = """
 are expected to| is expected to| will be expected to| are responsible for| is responsible for|
 will be responsible for| incumbent will| role will involve| role involves| job will involve| job involves
"""
_EXPECTED = tuple(end.strip("\n") for end in _EXPECTED_TEXT.split("|"))
"""The end of a heading over duties, whoever it is that has them: "Tutors are expected to:"."""
_OF_WHAT = Lazy(
    r"^(?!.*\b(?:prefer\w*|desir\w+|plus|bonus|optional|nice|ideally|benefits?|pay|we offer|apply)\b).*"
    r"\b(?:(?P<done>duties|responsibilities|tasks|accountabilities|functions)|qualifications?|requirements)\b"
    r".{0,60}\b(?:includes?|including|involves?|as follow(?:s|ed)|(?:given |listed |set out )?below|"
    r"to be performed|(?:are|is) (?:required|needed)|are)(?: the following)?$"
)
"""A line that says what the list below it is of: "Your duties as a baker may include:"."""
_SIGNS = Lazy(r"^[\W_]+|[\W_]+$")
"""Small pictures around a heading."""


def announced_kind(line: str) -> str | None:
    """The kind of section that ``line`` announces (required, preferred, duties, boilerplate); None if it
    reads as a sentence, or as an item of a list."""
    bare = line.strip(" \t#*_>-–—=~:?!….")
    if bare and not bare[0].isascii():
        bare = _SIGNS.sub("", bare)
    if not bare or len(bare) > _LONGEST or bare.count(" ") >= _MOST_WORDS or line.rstrip(" *_")[-1:] in ".;,":
        return None
    if not (bare[0].isupper() or line.rstrip(" *_").endswith((":", "?"))):
        return None
    name = " ".join(bare.lower().replace("’", "'").replace(",", " ").split())
    if name.endswith(_EXPECTED):
        return "duties"
    if line.rstrip(" *_").endswith(":") and (match := _OF_WHAT.search(name)) is not None:
        return "duties" if match["done"] else "required"
    first = _LETTERS.match(name)
    if first is None or first[0] not in words_of_headings():
        return None
    kind = _kind_of(name)
    if kind is None and name.endswith(")") and name.find("(") > 1:
        kind = _kind_of(name[: name.index("(")].rstrip())  # "Bonus points (no need to have them)"
    return kind


def _kind_of(name: str) -> str | None:
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(name)), None)
