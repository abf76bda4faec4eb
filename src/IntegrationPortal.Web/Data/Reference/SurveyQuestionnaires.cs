using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationPortal.Domain.Evaluation;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>The surveys that come with the program, read once. The same questions are put at each wave; a changed question is a new key.</summary>
public sealed class SurveyQuestionnaires
{
    private const string Ending = ".survey.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public IReadOnlyList<SurveyQuestionnaire> All { get; } =
    [
        .. typeof(SurveyQuestionnaires).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(Ending, StringComparison.Ordinal)).Select(Read)
            .OrderBy(q => q.Key, StringComparer.Ordinal),
    ];

    public SurveyQuestionnaire Of(Survey survey) => All.Single(q => q.Key == survey.QuestionnaireKey);

    private static SurveyQuestionnaire Read(string name)
    {
        using var stream = typeof(SurveyQuestionnaires).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<SurveyQuestionnaire>(stream, Json) ?? throw new InvalidOperationException($"{name} is empty.");
    }
}
