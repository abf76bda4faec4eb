using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>
/// How many answered a question, of surveys that are over and from five answers on (survey-walls.sql): of one municipality, or of all
/// together.
/// </summary>
/// <param name="MunicipalityKey">Null for all together.</param>
/// <param name="ItemKey">Empty for whole answers.</param>
/// <param name="Best">How many gave one of the two best answers; null is hidden and never means zero.</param>
public sealed record SurveyResult(string? MunicipalityKey, string ItemKey, int Answers, int? Best);

/// <summary>So often one answer was given in all municipalities together; what is not among these is hidden.</summary>
public sealed record SurveyCount(string ItemKey, int Value, int Answers);

/// <summary>Links handed out and used.</summary>
public sealed record SurveyResponse(string MunicipalityKey, int Links, int Answered);

/// <summary>What the portal may ask the database about surveys: never a single answer.</summary>
public static class SurveyAnswers
{
    /// <summary>The survey that a link opens today.</summary>
    public static async Task<Guid?> SurveyOfLinkAsync(this PortalDbContext db, Guid link, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<Guid>($"select reading.survey_of_link({link}) as \"Value\"").ToListAsync(cancellation)) is [var survey] ? survey : null;

    /// <summary>False when the link was used meanwhile, or the survey is over.</summary>
    public static async Task<bool> AnswerSurveyAsync(this PortalDbContext db, Guid link, IReadOnlyDictionary<string, int> answers, CancellationToken cancellation)
    {
        var (items, ticks) = (answers.Keys.ToArray(), answers.Values.ToArray());
        return (await db.Database.SqlQuery<bool>($"select reading.answer_survey({link}, {items}, {ticks}) as \"Value\"").ToListAsync(cancellation)) is [true];
    }

    public static Task<List<SurveyResult>> SurveyResultsAsync(this PortalDbContext db, Guid survey, CancellationToken cancellation) => db.Database
        .SqlQuery<SurveyResult>($"select municipality_key, item_key, answers, best from reading.survey_results({survey}) order by 1, 2").ToListAsync(cancellation);

    public static async Task<Dictionary<(string Item, int Value), int>> SurveyValuesAsync(this PortalDbContext db, Guid survey, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<SurveyCount>($"select item_key, value, answers from reading.survey_values({survey})").ToListAsync(cancellation))
            .ToDictionary(c => (c.ItemKey, c.Value), c => c.Answers);

    public static Task<List<SurveyResponse>> SurveyResponseAsync(this PortalDbContext db, Guid survey, CancellationToken cancellation) => db.Database
        .SqlQuery<SurveyResponse>($"select municipality_key, links, answered from reading.survey_response({survey}) order by 1").ToListAsync(cancellation);
}
