using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Worklist;

/// <summary>
/// What of the handbook waits for the reader: for the foundation what was handed in and what readers ask, for a coordination what came back and what
/// its municipality is asked. One row for each, since the pages that they open are lists.
/// </summary>
public sealed class HandbookTasks(PortalDbContext db, CurrentUser me, IStringLocalizer<WorklistTexts> words)
{
    public async Task<IReadOnlyList<Row>> ListAsync(CancellationToken cancellation)
    {
        if (!me.May(Right.WriteHandbook))
            return [];
        var by = me.Writer;
        var rows = new List<Row>();
        if (by.Reviews)
        {
            Add("reviews-wait", await db.HandbookEntries.CountAsync(e => e.OpenState == EntryState.Submitted || e.OpenState == EntryState.InReview
                || e.Versions.Any(v => v.State == EntryState.DueForReview), cancellation), "/reviews", "look-at-reviews");
            Add("questions-new", await db.ReaderQuestions.CountAsync(q => q.State == QuestionState.Waiting, cancellation), "/questions", "look-at-questions");
        }

        Add("questions-open", await db.ReaderQuestions.CountAsync(q => q.State == QuestionState.Passed && q.MunicipalityId == by.MunicipalityId, cancellation), "/questions", "answer-questions");
        Add("sent-back", await db.HandbookEntries.CountAsync(e => e.MunicipalityId == by.MunicipalityId && e.OpenState == EntryState.Draft
            && e.Versions.Any(v => v.State == EntryState.Draft && v.SentBackBecause != null), cancellation), "/contributions", "go-on-writing");
        return rows;

        void Add(string what, int count, string page, string action)
        {
            if (count > 0)
                rows.Add(new Row(words.Count(what, count), null, null, null, null, Late: false, page, words[action]));
        }
    }
}
