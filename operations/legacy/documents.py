"""The app's documents made of the old ones. Raises ValidationError for what the API would refuse."""

from operations.legacy.ids import ENGINE, imported_analysis_id
from operations.legacy.shapes import OldAnalysis, OldCv, OldJob
from shared.documents import AnalysisDocument, CvDocument, JobDocument, SourceType
from shared.matching.result import (
    EducationMatch,
    Engine,
    ExperienceMatch,
    MatchResult,
    Recommendation,
    SkillMatch,
    Subscores,
)
from shared.matching.weights import DETERMINISTIC_ONLY, grade
from shared.requests import CvBody, JobBody

NOT_KEPT = "(not kept)"
"""Stands for the name of a CV that is gone."""
_WARNING = (
    "Taken over from the old service: it kept only the overall score, which stands here for each part of "
    "it, and no quotes. Analyse again for a full result."
)
_SOURCE_TYPES: dict[str, SourceType] = {
    "url": "url",
    "linkedin": "linkedin_url",
    "linkedin_url": "linkedin_url",
}


def new_cv(user_id: str, old: OldCv) -> CvDocument:
    body = CvBody.model_validate({"filename": old.filename or "cv.txt", "content": old.content})
    return CvDocument.of(user_id, body.content, created_at=old.created_at, filename=body.filename)


def new_job(user_id: str, old: OldJob) -> JobDocument:
    """A source type that the new API does not know is a posting that was pasted."""
    body = JobBody.model_validate({"content": old.content, "title": old.title, "sourceUrl": old.source_url})
    assert body.content is not None
    return JobDocument.of(
        user_id,
        body.content,
        created_at=old.created_at,
        title=body.title,
        company=old.company,
        source_type=_SOURCE_TYPES.get((old.source_type or "").lower(), "manual"),
        source_url=body.source_url,
    )


def new_analysis(
    user_id: str, old: OldAnalysis, *, cv_id: str, cv_filename: str | None, job_id: str, job_title: str | None
) -> AnalysisDocument:
    return AnalysisDocument(
        id=imported_analysis_id(user_id, old.id),
        user_id=user_id,
        created_at=old.created_at,
        queued_at=old.created_at,
        completed_at=old.created_at,
        cv_id=cv_id,
        job_id=job_id,
        cv_filename=old.cv_filename or cv_filename or NOT_KEPT,
        job_title=old.job_title or job_title,
        status="completed",
        attempts=1,
        overall_score=round(old.overall_score, 1),
        result=_result(old),
        correlation_id=f"{ENGINE}-{old.id}",
    )


def _result(old: OldAnalysis) -> MatchResult:
    """With the whole for each subscore, the formula that every result carries gives the old score again."""
    score = round(old.overall_score, 1)
    return MatchResult(
        overall_score=score,
        grade=grade(score),
        subscores=Subscores(skills=score, experience=score, education=score, keywords=score),
        weights=DETERMINISTIC_ONLY,
        skill_matches=[
            SkillMatch(skill=one.skill, required=one.required, verdict="met" if one.matched else "missing")
            for one in old.skill_matches
        ],
        experience_match=ExperienceMatch(required_years=None, candidate_years=None, verdict="partial"),
        education_match=EducationMatch(required=None, candidate=None, verdict="met"),
        strengths=old.strengths,
        gaps=old.gaps,
        recommendations=[
            Recommendation(
                priority=one.priority,
                category=one.category or "general",
                action=one.action,
                rationale=one.rationale,
            )
            for one in old.recommendations
        ],
        cv_checks=[],
        engine=Engine(version=ENGINE, mode="deterministic"),
        warnings=[_WARNING],
    )
