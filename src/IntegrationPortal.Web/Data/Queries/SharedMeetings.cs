using IntegrationPortal.Domain.Mentoring;
using Npgsql;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>A meeting as an actor of the case knows it: no note, no place, and the light only where that was agreed to.</summary>
public sealed record SharedMeeting(string Organisation, DateOnly HeldOn, decimal Hours, string? Goal, TrafficLight? Light, DateOnly SharedUntil)
{
    public const int Most = 100;

    /// <summary>What a person has agreed to tell the reader's actor of their tandem; the database hands out nothing else.</summary>
    internal static NpgsqlBatchCommand Command(Guid caseId) =>
        new($"select organisation, held_on, quarter_hours, goal, light, shared_until from reading.shared_meetings($1) limit {Most}")
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = caseId } },
        };

    internal static SharedMeeting Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetInt32(2) / 4m, row.TextAt(3),
        row.TextAt(4) is { } light ? Enum.Parse<TrafficLight>(light) : null, row.GetFieldValue<DateOnly>(5));
}
