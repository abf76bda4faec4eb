using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Accounts;

/// <summary>
/// Whoever sits here is the owner: password, and a code where the account has a second factor. What is done then is saved together with the code that it
/// uses up; a form that arrives twice finds it done and has to know the password alone.
/// </summary>
public sealed class OwnerCheck(PortalDbContext db, PasswordCheck passwords, SecondFactorCheck factors)
{
    /// <param name="deed">Adds rows to the context.</param>
    /// <param name="done">What is there once it was done.</param>
    /// <returns>Null when it is done.</returns>
    public async Task<ProofFailure?> TryAsync<T>(
        PortalUser user, string password, string? code, Action deed, IQueryable<T> done, CancellationToken cancellation)
    {
        if (await passwords.TryAsync(user, password, cancellation) is { } wrong)
            return wrong;
        if (await done.AnyAsync(cancellation))
            return null;
        if (!user.TwoFactorEnabled)
        {
            deed();
            await db.SaveOnceAsync(done, cancellation);
            return null;
        }

        if (string.IsNullOrWhiteSpace(code))
            return new ProofFailure(OfCode: true, null, Missing: true);
        return await factors.TryAsync(user, code, _ => deed(), cancellation) switch
        {
            FactorOutcome.Right => null,
            FactorOutcome.Closed closed => new ProofFailure(OfCode: true, closed.Until),
            // The other sending was faster, with the very same code.
            _ => await done.AnyAsync(cancellation) ? null : new ProofFailure(OfCode: true, null),
        };
    }
}
