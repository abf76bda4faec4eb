using System.Text.Json;
using IntegrationPortal.Domain.Knowledge.SelfAssessments;

namespace IntegrationPortal.Web.Data.Reference;

/// <summary>The questionnaires that come with the program, read once. A version that somebody has answered is never changed, only followed by another.</summary>
public sealed class Questionnaires
{
    private const string Ending = ".questionnaire.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>In the order of their keys; the versions of one after each other.</summary>
    public IReadOnlyList<Questionnaire> All { get; } =
    [
        .. typeof(Questionnaires).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(Ending, StringComparison.Ordinal)).Select(Read)
            .OrderBy(q => q.Key, StringComparer.Ordinal).ThenBy(q => q.Version),
    ];

    /// <summary>What an actor of this kind can begin now: the latest version of each.</summary>
    public IEnumerable<Questionnaire> OfferedTo(string actorKind) =>
        All.Where(q => q.ActorKind == actorKind).GroupBy(q => q.Key).Select(versions => versions.Last());

    /// <summary>The version that was answered.</summary>
    public Questionnaire Of(SelfAssessment assessment) =>
        All.Single(q => q.Key == assessment.QuestionnaireKey && q.Version == assessment.QuestionnaireVersion);

    private static Questionnaire Read(string name)
    {
        using var stream = typeof(Questionnaires).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Questionnaire>(stream, Json) ?? throw new InvalidOperationException($"{name} is empty.");
    }
}
