namespace IntegrationPortal.Domain.Programme;

/// <summary>
/// A row about a pilot. It stands outside the wall between municipalities, because the foundation sees all pilots; who reads and
/// writes which of them is written out in programme-walls.sql. Its changes are on record.
/// </summary>
public interface IOfPilot
{
    /// <summary>The municipality's id: each is a pilot once.</summary>
    Guid PilotId { get; }
}
