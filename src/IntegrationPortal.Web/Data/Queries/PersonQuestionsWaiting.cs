using IntegrationPortal.Domain.PersonLinks;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A question of a person that waits for the lead of their case.</summary>
public sealed record QuestionWaiting(Guid CaseId, Guid Id, string CaseNumber, string? Person, PersonQuestionKind Kind, DateTimeOffset AskedAt);

public static class PersonQuestionsWaiting
{
    /// <summary>As many as somebody answers before they see the next.</summary>
    private const int MostShown = 50;

    /// <summary>Does a person wait for the actor ($2) of the tenant ($1)?</summary>
    internal const string IsAsked = """
        exists (select from person_question q join case_path c on c.tenant_id = q.tenant_id and c.id = q.case_id
            where q.tenant_id = $1 and q.answered_at is null and c.lead_actor_id = $2)
        """;

    /// <summary>What persons whose cases this actor leads have asked and nobody has answered, the oldest first.</summary>
    public static Task<List<QuestionWaiting>> QuestionsWaitingAsync(this PortalDbContext db, Guid actorId, CancellationToken cancellation) =>
        db.PersonQuestions.AsNoTracking().Where(q => q.AnsweredAt == null)
            .Join(db.CasePaths.Where(c => c.LeadActorId == actorId), q => q.CaseId, c => c.Id, (q, c) => new { q, c.Number })
            .OrderBy(x => x.q.AskedAt).Take(MostShown)
            .Select(x => new QuestionWaiting(
                x.q.CaseId, x.q.Id, x.Number, db.Persons.Where(p => p.CaseId == x.q.CaseId).OrderBy(p => p.Id).Select(p => p.ShortName).FirstOrDefault(), x.q.Kind, x.q.AskedAt))
            .ToListAsync(cancellation);
}
