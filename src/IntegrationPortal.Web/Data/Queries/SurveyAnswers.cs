using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>So often one answer was given; only of surveys that are over, and only from five answers on (evaluation-walls.sql).</summary>
public sealed record SurveyResult(string MunicipalityKey, string ItemKey, int Value, int Answers);

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
        .SqlQuery<SurveyResult>($"select municipality_key, item_key, value, answers from reading.survey_results({survey}) order by 1, 2, 3").ToListAsync(cancellation);

    public static Task<List<SurveyResponse>> SurveyResponseAsync(this PortalDbContext db, Guid survey, CancellationToken cancellation) => db.Database
        .SqlQuery<SurveyResponse>($"select municipality_key, links, answered from reading.survey_response({survey}) order by 1").ToListAsync(cancellation);
}
