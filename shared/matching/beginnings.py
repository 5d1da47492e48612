"""Words that say of a skill that it is only begun, or known in its basics: a CV shows it in part."""

from shared.matching.lazy import Lazy

_BEFORE = Lazy(
    r"(?:\b(?:basic|little|some|rudimentary) "
    r"(?:(?:working )?(?:knowledge|understanding|skills?|awareness|experience|use) (?:(?:of|in|with) )?)?"
    r"|\b(?:basics|bit) of |\b(?:beginner|novice) (?:in|at|with) |\bread about |\bminimal "
    r"|\b(?:theoretical|conceptual|superficial) (?:knowledge|understanding) of "
    r"|^\W*(?:(?:currently|now|still|also) )?learning "
    r"|(?:^|[,;(])\W*awareness of "
    r"|\b(?:am|i'm|currently|now|still) (?:learning|studying) "
    r"|\b(?:grundkenntnisse|basiskenntnisse|notions|bases|nociones|conocimientos básicos) "
    r"(?:in|von|der|de|en|d'|du) (?:la |l')?"
    r"|\bfollowing an? (?:\w+ )?course (?:in|on) (?:modern )?"
    r"|\bpart[- ]qualified \W?"
    r"|\bprovisional (?:uk |full )?"
    r"|\bstarted (?:on )?(?:the|an?|my) (?:[\w-]+ ){0,4}"
    r"|\beligible (?:for|to) (?:(?:apply|register|registration|full|for|with|as|be|the|membership|of|an?) )*"
    r"|\b(?:training (?:for|towards|as)|preparing for|"
    r"enrolled (?:in|on)) "
    r"(?:(?:my|an?|the) )?)$"
)
_LIST = Lazy(
    r"(?:\b(?:basics|elements) of|"
    r"(?:^\W*|\b(?:am|i'm|currently|now|still|also) )(?:learning|studying|exploring)|"
    r"\bdabbl(?:ed|ing)[- ]in|"
    r"\b(?:basic|rudimentary|theoretical) (?:working )?(?:knowledge|understanding|skills?|awareness) "
    r"(?:of|in|with)|\b(?:beginner|novice) (?:in|at|with)) "
    r"(?:[\w.+#/-]{1,24}(?: [\w.+#/-]{1,24}){0,2}(?:, (?:and )?| and | & )){0,7}$"
)
"""Before one of several that are begun together: "currently learning Rust, Kubernetes and Terraform"."""
_LABEL = Lazy(
    r"\W{0,6}(?:(?:currently|now|still|also) )?(?:learning|studying|exploring|beginners?|novice|basics?|"
    r"elementary|rudimentary|dabbl(?:ed|ing)(?:[- ](?:in|with))?)"
    r"(?: (?:knowledge|understanding|skills?|level|awareness))?(?: of)?[ *_]{0,4}[:–-][^:;\n]{0,120}$"
)
"""Before what a line names that begins so: "Learning: Rust, Kubernetes", "Basic knowledge: C#"."""
_NEEDED = Lazy(
    r"bas[ie]|novice|beginner|read ab|minimal|retical|ceptual|superficial|little|some|rudim|bit of|"
    r"eligib|provis|started|aware|learn|stud|cours|part|training|preparing|"
    r"enrolled|kenntnisse|no[ct]ion|básic"
)
_AFTER = Lazy(
    r"\s{0,2}+(?:[:(-]\s{0,2}+(?:only )?(?:basics?|beginner|introductory|grundkenntnisse|"
    r"basiskenntnisse|grundlagen|notions|bases|nociones|básico|some|a little|a bit|once|"
    r"one lecture|observed|shadowed|shadowing|reads?|reader|read only|awareness|theory|demo|begun)"
    r"(?: \w+){0,2}\)"
    r"|[:(–-]\s{0,2}+(?:only )?(?:basics?|beginner|novice|elementary|"
    r"entry)(?:[’']s)?(?: level| only)?\s{0,2}(?=$|[),;.\n|])"
    r"|[:(–-]\s{0,2}+(?:(?:currently|still|just|now) )?(?:studying|learning|started)\b"
    r"|[:(–\[-]?\s{0,2}+(?:[12]\s?/\s?5|[1-3]\s?/\s?10|1\s?/\s?[34]|(?:[12]?\d|30)\s?%)\W?\s{0,2}(?=$|[),;.\n|])"
    r"|-?(?:grundkenntnisse|basiskenntnisse|grundlagen)\b"
    r"|(?:basics|awareness|fundamentals|candidate|finalist|tutorial)\b)"
)
_UNFINISHED = Lazy(
    r"[\s(,:-]{0,4}+(?:(?:exam|training|written|course|licen[cs]e|certificat\w+|level \d) ){0,2}\(?\b"
    r"(?:in (?:training|progress)|pending|under ?way|awaiting results?|applied\b(?! mat)|"
    r"started (?=(?:in )?(?:[a-z]{3,9}\.? )?20\d\d)|"
    r"expected (?=(?:in |by )?(?:[a-z]{3,9}\.? )?20\d\d))\b"
)
"""Right behind a name: "CCIE written in progress"."""
_LIMITED = Lazy(r"\b(?:limited|little|scant|not much) $")
_OF_USE = Lazy(r" (?:\w+ )?(?:experience|exposure|knowledge|skills?|use)\b")
"""Around a name: "limited Kubernetes experience"; no "Private Limited"."""
_ATTENDED = Lazy(r"\battend(?:ed|ing) (?:[^.;:]{0,30} )?$")
_COURSE = Lazy(
    r"\battend(?:ed|ing) an? [^.;:]{0,30}\b(?:course|class|session|workshop|webinar|talk) "
    r"(?:on|in|about) [^.;:]{0,24}$"
)
_LITTLE = ("limited ", "little ", "scant ", "much ")
_EVENT = Lazy(r"(?: and [\w.#+-]+)? (?:sessions?|webinars?|talks?|meetups?|workshops?|demos?)\b")


_MAKERS = ("adobe ", "apache ", "autodesk ", "google ", "microsoft ", "ms ")
"""Before the name of a product: "basic Adobe Photoshop"."""


_BEGUN = Lazy(r"learning|stud|explor|dabbl|beginner|novice|basic|element|rudimentary|theoretical")
_REACH = 140
"""Characters before a name in which a list of beginnings opens."""


def _is_of_several(sentence: str, start: int) -> bool:
    """Whether a name stands in a list of things that are only begun."""
    return (start <= _REACH and _LABEL.match(sentence, 0, start) is not None) or _LIST.search(
        sentence, max(0, start - _REACH), start
    ) is not None


def is_slight(sentence: str, start: int, end: int) -> bool:
    """Whether the lower-case ``sentence`` says of what stands at ``start``–``end`` that it is only begun, or
    known in its basics."""
    if sentence.endswith(_MAKERS, 0, start):
        start = sentence.rfind(" ", 0, start - 1) + 1
    low = max(0, start - 60)
    return (
        _AFTER.match(sentence, end) is not None
        or _UNFINISHED.match(sentence, end) is not None
        or (_NEEDED.search(sentence, low, start) and _BEFORE.search(sentence, low, start)) is not None
        or (_BEGUN.search(sentence, 0, start) and _is_of_several(sentence, start))
        or (
            sentence.endswith(_LITTLE, 0, start)
            and _LIMITED.search(sentence, low, start) is not None
            and _OF_USE.match(sentence, end) is not None
        )
        or (
            sentence.find("attend", low, start) >= 0
            and (
                _COURSE.search(sentence, low, start) is not None
                or (_ATTENDED.search(sentence, low, start) and _EVENT.match(sentence, end)) is not None
            )
        )
    )
