"""CVs given as the source that LaTeX prints them from."""

from datetime import date

import pytest

from shared.matching import match, read_cv
from shared.matching.grounding import Grounding
from shared.matching.latex import printed
from shared.matching.prompt import build_prompt

SOURCE = r"""
\documentclass[11pt]{awesome-cv} % the class
\newcommand{\Wide}{\rule{5mm}{2 years of Cobol}}
\begin{document}
\cvsection{Work Experience}
\begin{cventries}
  \cventry
    {Software Engineer} % Job title
    {Hillbrook Ltd.}
    {Leeds, UK}
    {Jan. 2014 -- Mar. 2016}
    {
      \begin{cvitems}
        \item {Wrote \textbf{Python} services \& deployed them 50\% faster}
      \end{cvitems}
    }
\end{cventries}
\resumeSubheading
  {Brackenfold}{York, UK}
  {Data Engineer}{May 2016 -- Dec. 2019}
  \resumeItem{Built pipelines for 12 shops with Spark}
\cventry{2010--2012}{Web Developer}{Sample GmbH}{Z\"urich}{}{Built shops with PHP.}
{\bf Test Analyst,} Sample Sons \hfill June 2008 - May 2010 \\
\begin{itemize} \itemsep -2pt
  \item Tested looms in C\# and \LaTeX
%  \item Skippered boats in Haskell
\end{itemize}
\section{\'{E}ducation \& Training}
{\bf BSc Computing}, University of Sampleton \hfill 2008
\end{document}
"""


def test_roles_skills_and_education_are_read_from_the_source() -> None:
    shown = read_cv(SOURCE, as_of=date(2026, 11, 1))
    titles = [role.title for role in shown.roles]
    assert titles == ["Software Engineer", "Data Engineer", "Web Developer", "Test Analyst"]
    names = {skill.name for skill in shown.skills}
    assert {"Python", "Spark", "PHP", "C#", "LaTeX"} <= names
    assert not {"Haskell", "COBOL"} & names
    assert shown.education_level == 3


def test_what_is_printed_is_as_long_as_its_source() -> None:
    assert len(printed(SOURCE)) == len(SOURCE)
    assert printed(r"C:\new\section of a \path{}") == r"C:\new\section of a \path{}"


def test_quotes_are_cut_from_the_source() -> None:
    result = match(SOURCE, "Software Engineer\nRequirements\n- Python\n- Spark\n", as_of=date(2026, 11, 1))
    quotes = [quote for skill in result.skill_matches for quote in skill.evidence]
    assert quotes
    assert all(quote in SOURCE for quote in quotes)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"g\'en\'erales", "générales"),
        (r"Montr\'{e}al", "Montréal"),
        (r"Fran\c{c}ois", "François"),
        (r"na\"{\i}ve", "naïve"),
        (r"Stra\ss e", "Straße"),
        (r"R\&D, 20\%", "R&D, 20%"),
        (r"\href{https://example.com/x}{Example} site", "Example site"),
        (r"\textit{very} \underline{good}", "very good"),
        (r"visible\textcolor{white}{Java Java Java}", "visible"),
        (r"\job{Baker}{Jan 2012}{Mar 2016}", "Baker|Jan 2012-Mar 2016"),
        (r"\job{04/2016} {Present}{Baker}", "04/2016-Present|Baker"),
        (r"\job{2012}{2 ovens}{Baker}", "2012|2 ovens|Baker"),
    ],
)
def test_commands_print_their_words(source: str, shown: str) -> None:
    text = printed("\\begin{document}\n" + source)
    assert text.replace("\u200b", "").strip() == shown


def test_the_model_reads_what_is_printed_and_no_name_of_the_preamble() -> None:
    cv = r"\documentclass{moderncv}\name{Paula}{Placeholder}\email{paula@example.com}" + SOURCE
    job = "Software Engineer\n\nRequirements\n- Python\n"
    prompt = build_prompt(match(cv, job), cv, job, max_input_tokens=8000, schema_tokens=200)
    assert "Wrote Python services & deployed them 50% faster" in prompt.user
    assert not any(private in prompt.user for private in ("Paula", "Placeholder", "\\cvsection", "\u200b"))


def test_a_quote_of_what_is_printed_is_found_in_the_source() -> None:
    (evidence,) = Grounding(SOURCE).find("Python services & deployed them 50% faster")
    assert SOURCE[evidence.start : evidence.end] == evidence.text
    assert evidence.text.endswith(r"\& deployed them 50\% faster")


OWN_CLASS = r"""
\documentclass{resume}
\begin{document}
\begin{rSection}{Education}
{\bf University of Sampleton} \hfill {\em 2001 - 2004}
\\ BSc Computing
\end{rSection}
\begin{rSection}{Experience}
\begin{rSubsection}{Example Looms}{2012 - 2015}{Test Analyst}{}
\item Tested looms for three mills
\end{rSubsection}
\begin{rSubsection}{Sample Sons}{2009-2011}{Web Developer}{}
\item Built shops for two farms
\end{rSubsection}
\end{rSection}
\end{document}
"""


def test_sections_and_entries_that_are_environments_are_read() -> None:
    shown = read_cv(OWN_CLASS, as_of=date(2026, 11, 1))
    assert [role.title for role in shown.roles] == ["Test Analyst", "Web Developer"]
    assert shown.sections == ["education", "experience"]


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        (r"\section{Work}", "# Work"),
        (r"\subsection*{Baker}", "## Baker"),
        (r"\subsubsection{Bread}", "### Bread"),
        (r"\cvsection[page1sidebar]{Summary}", "# Summary"),
        (r"\section{\mysidestyle Positions of\\Responsibility}", "# Positions of Responsibility"),
        (r"\section{\textbf{Skills}}", "# Skills"),
        (r"\begin{rSection}{Skills}", "# Skills"),
    ],
)
def test_headings_print_as_deep_as_they_stand(heading: str, shown: str) -> None:
    text = printed("\\begin{document}\n" + heading)
    assert " ".join(text.replace("\u200b", "").split()) == shown


def test_a_subsection_for_a_volunteer_ends_no_jobs() -> None:
    entries = [
        ("Cook", "Example Inn", "May 2012 - June 2014"),
        ("Volunteer", "Sample Shelter", "May 2010 - April 2012"),
        ("Baker", "Sample Mill", "May 2006 - April 2010"),
    ]
    source = "\\begin{document}\n\\section{Work Experience}\n" + "\n".join(
        f"\\subsection*{{{title}}}\n{firm} & {when}\n\nWork with {number} others.\n"
        for number, (title, firm, when) in enumerate(entries)
    )
    shown = read_cv(source, as_of=date(2026, 11, 1))
    assert [role.title for role in shown.roles] == ["Cook", "Baker"]
