using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Jobs.Handbook;

/// <summary>Every night: questions that were refused a month ago are forgotten.</summary>
public sealed class ForgetQuestions(PortalDbContext db, Session session, ReferenceCatalogue catalogue, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        session.EnterAsClock();
        var before = catalogue.KeptSince(DeadlineRule.RefusedQuestionKept, clock.GetUtcNow());
        db.RemoveRange(await db.ReaderQuestions.AsTracking().Where(q => q.State == QuestionState.Refused && q.ModeratedAt < before).ToListAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
    }
}
