using IntegrationPortal.Domain.Knowledge.SelfAssessments;
using IntegrationPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Features.SelfAssessments;

/// <summary>Reads the assessments of the acting actor; the walls show no others.</summary>
internal static class AssessmentShelf
{
    public static Task<SelfAssessment?> TakeAssessmentAsync(this PortalDbContext db, Guid id, CancellationToken cancellation) => db.SelfAssessments.AsTracking()
        .Include(a => a.Answers).Include(a => a.Measures).SingleOrDefaultAsync(a => a.Id == id, cancellation);

    /// <summary>The first one that was completed, when this is a later one.</summary>
    public static Task<SelfAssessment?> BaselineAsync(this PortalDbContext db, SelfAssessment of, CancellationToken cancellation) => db.SelfAssessments.AsNoTracking()
        .Include(a => a.Answers)
        .Where(a => a.ActorId == of.ActorId && a.QuestionnaireKey == of.QuestionnaireKey && a.CompletedAt < of.CompletedAt)
        .OrderBy(a => a.CompletedAt).ThenBy(a => a.Id).FirstOrDefaultAsync(cancellation);

    public static Task<List<SelfAssessment>> AssessmentsAsync(this PortalDbContext db, Guid actorId, CancellationToken cancellation) => db.SelfAssessments.AsNoTracking()
        .Include(a => a.Answers).Where(a => a.ActorId == actorId).OrderByDescending(a => a.StartedAt).ThenByDescending(a => a.Id).ToListAsync(cancellation);
}
