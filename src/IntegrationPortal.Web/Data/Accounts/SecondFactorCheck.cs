using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>What came of a code.</summary>
public abstract record FactorOutcome
{
    public sealed record Right(ProofKind By, int RecoveryCodesLeft) : FactorOutcome;

    /// <summary>Wrong, or used before.</summary>
    public sealed record Wrong : FactorOutcome;

    /// <summary>Too many wrong ones.</summary>
    public sealed record Closed(DateTimeOffset Until) : FactorOutcome;
}

/// <summary>
/// Checks a code of the app or a recovery code, in a session that is the account's own. Wrong ones close it for the same growing time as wrong passwords,
/// counted on their own: a right password, or a new one set by mail, gives nobody five more guesses, and who guesses passwords keeps nobody from the code.
/// </summary>
public sealed class SecondFactorCheck(PortalDbContext db, SignInAttempts attempts, SecondFactorSeal seal, TimeProvider clock)
{
    /// <param name="deed">What is done in the same save when the code is right; the code is used up with it or not at all.</param>
    public async Task<FactorOutcome> TryAsync(PortalUser user, string typed, Action<SecondFactor>? deed, CancellationToken cancellation)
    {
        var counter = $"code {user.Id}";
        var attempt = await attempts.BeginAsync(counter, cancellation);
        if (attempt is { Refused: true, LockedUntil: { } closedUntil })
            return new FactorOutcome.Closed(closedUntil);

        var now = clock.GetUtcNow();
        var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.UserId == user.Id, cancellation);
        var proof = factor?.Prove(typed, seal.Open(factor), now);
        if (factor is null || proof is not { } by)
            return await FailAsync(user, attempt, now, cancellation);

        var left = factor.RecoveryHashes.Length;
        deed?.Invoke(factor);
        // Of two who send the same code at the same moment one is too late: then it was used before.
        if (!await SaveAsync(cancellation))
            return new FactorOutcome.Wrong();
        await attempts.ForgetAsync(counter, cancellation);
        return new FactorOutcome.Right(by, left);
    }

    /// <summary>The same form sent twice collides at the row of the code, or at the one that both are about to create.</summary>
    private async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        try
        {
            return await db.SaveInTimeAsync(cancellation);
        }
        catch (DbUpdateException refused) when (refused.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Whoever gets here knows the password, so the owner learns of guesses.</summary>
    private async Task<FactorOutcome> FailAsync(PortalUser user, Attempt attempt, DateTimeOffset now, CancellationToken cancellation)
    {
        if (attempt.LockedUntil is not { } until)
            return new FactorOutcome.Wrong();
        db.OutboxMails.Add(OutboxMail.For(user.Id, MailTemplate.SecondFactorGuessed, now));
        await db.SaveChangesAsync(cancellation);
        return new FactorOutcome.Closed(until);
    }
}
