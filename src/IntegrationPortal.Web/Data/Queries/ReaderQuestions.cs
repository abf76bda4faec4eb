using IntegrationPortal.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>What readers ask; the walls say who sees which.</summary>
public static class ReaderQuestions
{
    /// <summary>Below an entry, the newest answer first.</summary>
    public static Task<List<ReaderQuestion>> AnsweredAsync(this PortalDbContext db, Guid entryId, CancellationToken cancellation) =>
        db.ReaderQuestions.AsNoTracking().Where(q => q.EntryId == entryId && q.State == QuestionState.Answered)
            .OrderByDescending(q => q.AnsweredAt).ThenBy(q => q.Id).Take(20).ToListAsync(cancellation);

    /// <summary>Of one office, or for the foundation all: what is to be looked at or answered, the oldest first.</summary>
    public static Task<List<AskedQuestion>> AskedAsync(this PortalDbContext db, QuestionState state, Guid? municipality, bool all, CancellationToken cancellation) =>
        (from q in db.ReaderQuestions.AsNoTracking()
         join p in db.PublishedPages on q.EntryId equals p.EntryId
         where q.State == state && p.Language == EntryLanguage.De && (all || q.MunicipalityId == municipality)
         orderby q.AskedAt, q.Id
         select new AskedQuestion(q, p.Kind, p.Slug, p.Title)).Take(100).ToListAsync(cancellation);

    /// <summary>What is public with its answer, the newest first.</summary>
    public static Task<List<AskedQuestion>> SaidAsync(this PortalDbContext db, Guid? municipality, bool all, CancellationToken cancellation) =>
        (from q in db.ReaderQuestions.AsNoTracking()
         join p in db.PublishedPages on q.EntryId equals p.EntryId
         where q.State == QuestionState.Answered && p.Language == EntryLanguage.De && (all || q.MunicipalityId == municipality)
         orderby q.AnsweredAt descending, q.Id
         select new AskedQuestion(q, p.Kind, p.Slug, p.Title)).Take(100).ToListAsync(cancellation);
}

/// <summary>A question with the entry that it is about.</summary>
public sealed record AskedQuestion(ReaderQuestion Question, HandbookKind Kind, string Slug, string Title)
{
    public string Address => Kind.Address(Slug);
}
