using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Data;

/// <summary>Whether a save failed only because somebody else wrote at this moment: nothing of it was written, and later it will succeed.</summary>
public static class LostRace
{
    /// <summary>For jobs, which leave the row to their next round and go on with the others.</summary>
    public static bool Is(Exception failure) => failure is DbUpdateConcurrencyException || failure.GetBaseException() is PostgresException
    {
        SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.SerializationFailure,
    };
}
