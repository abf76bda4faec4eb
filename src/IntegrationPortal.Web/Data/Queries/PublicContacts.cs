using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>Whom somebody from outside turns to: the coordination of a municipality as an office, never a person.</summary>
public sealed record PublicContact(string Name, string? Address, string? OpeningHours);

/// <summary>Read past the lock of the municipality by a function that returns nothing else (public-contact.sql).</summary>
public static class PublicContacts
{
    /// <returns>Null where the coordination has not begun or is closed.</returns>
    public static async Task<PublicContact?> ContactOfAsync(this PortalDbContext db, Guid municipality, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<PublicContact>($"select * from reading.public_contact({municipality})").ToListAsync(cancellation)).SingleOrDefault();
}
