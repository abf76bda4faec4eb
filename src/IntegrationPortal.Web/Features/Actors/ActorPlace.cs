using IntegrationPortal.Domain.Actors;

namespace IntegrationPortal.Web.Features.Actors;

/// <summary>The place in the directory as the address of the next page carries it: id and name of the last actor shown.</summary>
public static class ActorPlace
{
    public static string Of(Actor actor) => $"{actor.Id:N}~{actor.Name}";

    public static (string Name, Guid Id)? Read(string? after) =>
        after?.Split('~', 2) is [var key, { Length: > 0 } name] && Guid.TryParseExact(key, "N", out var id) && !name.Contains('\0') ? (name, id) : null;
}
