using System.Text.RegularExpressions;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Walls.Routes;

/// <summary>Writes what stands in a town into the address of a route; where nothing stands, an id that nobody has.</summary>
internal static partial class RouteAddress
{
    public static string Of(string template, FullTown town, TownHandover handover) => Parameter().Replace(template, match =>
    {
        var before = template[..match.Index];
        return match.Groups[1].Value switch
        {
            "id" when before.EndsWith("/cases/", StringComparison.Ordinal) => town.Case.Id.ToString(),
            "id" when before.EndsWith("/tandems/", StringComparison.Ordinal) => town.TandemId.ToString(),
            "requestId" => town.RequestId.ToString(),
            "tandemId" => town.TandemId.ToString(),
            "id" when before.EndsWith("/sessions/", StringComparison.Ordinal) => town.SessionId.ToString(),
            "id" when before.EndsWith("/concerns/", StringComparison.Ordinal) => town.ConcernId.ToString(),
            "id" when before.EndsWith("/volunteers/", StringComparison.Ordinal) => town.Initiative.VolunteerId.ToString(),
            "caseId" => town.Case.Id.ToString(),
            "stepId" => town.StepId.ToString(),
            "id" when before.EndsWith("/handovers/", StringComparison.Ordinal) => handover.Id.ToString(),
            "id" when before.EndsWith("/actors/", StringComparison.Ordinal) => town.Jobcenter.Actor!.Id.ToString(),
            "actorId" => town.Jobcenter.Actor!.Id.ToString(),
            "key" => "05114000",
            "code" => "P2",
            "state" => "NW",
            "wave" => "0",
            "path" => "accept",
            "number" => "1",
            _ when match.Value.Contains("guid", StringComparison.Ordinal) => Guid.CreateVersion7().ToString(),
            _ => "x",
        };
    });

    [GeneratedRegex(@"\{\**(\w+)[^{}]*(?:\{\{[^}]*\}\}[^{}]*)*\}")]
    private static partial Regex Parameter();
}
