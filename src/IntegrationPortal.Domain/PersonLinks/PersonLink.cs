using System.Security.Cryptography;
using IntegrationPortal.Domain.CasePaths;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Domain.Tenancy;

namespace IntegrationPortal.Domain.PersonLinks;

/// <summary>
/// The printed way of a person to their own page, without an account ("Mein Weg"). Of its token and of the code that is told beside it only hashes are
/// kept; each printing makes the one before void. It holds until a day, until it is revoked, or until somebody has guessed too often.
/// </summary>
public sealed class PersonLink : IBelongsToCase
{
    /// <summary>So many wrong codes in a row, and the sheet is void: whoever found it does not know the code, and six digits are few.</summary>
    public const int MostWrongCodes = 10;

    /// <summary>The digits that are told by mouth.</summary>
    public const int CodeLength = 6;

    private PersonLink()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>Whoever sees who the person is sees that they have a link.</summary>
    public DataCategory Category => DataCategory.Basic;

    public byte[] TokenHash { get; private set; } = [];

    /// <summary>Of the code together with the token, which is nowhere: six digits alone would soon be found again.</summary>
    public byte[] CodeHash { get; private set; } = [];

    /// <summary>Code of the language in which the page opens.</summary>
    public string Language { get; private set; } = "";

    /// <summary>How often it was printed: a page that was drawn before the last time would void what it does not know.</summary>
    public int Prints { get; private set; }

    public DateTimeOffset PrintedAt { get; private set; }

    public Guid PrintedByUserId { get; private set; }

    /// <summary>Last day on which it opens the page.</summary>
    public DateOnly Until { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public Guid? RevokedByUserId { get; private set; }

    /// <summary>Since the last right one.</summary>
    public int WrongCodes { get; private set; }

    /// <summary>May this officer print one? Whoever writes on the case and sees the person.</summary>
    public static Refusal? WhyNotPrint(CasePath path, Officer by) => path.WhyNotWrite(by) ?? WhyNotSeen(path, by);

    /// <summary>May this officer revoke it? Also in a closed case: it takes away and gives nothing.</summary>
    public static Refusal? WhyNotRevoke(CasePath path, Officer by) => path.WhyNotTakingPart(by) ?? WhyNotSeen(path, by);

    /// <param name="link">The one of the case; null for the first.</param>
    /// <param name="seen">How often it had been printed when the page was drawn from which it is printed now.</param>
    public static PersonLink Print(PersonLink? link, CasePath path, NewSheet sheet, int seen, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotPrint(path, by));
        link ??= new PersonLink { TenantId = path.TenantId, CaseId = path.Id };
        // Sent twice it is one sheet.
        if (link.IsSheet(sheet.TokenHash))
            return link;
        Refusal.If(seen == link.Prints ? null : new Refusal("person-link-printed-meanwhile"));
        (link.TokenHash, link.CodeHash, link.Language, link.Until) = (sheet.TokenHash, sheet.CodeHash, sheet.Language, sheet.Until);
        (link.Prints, link.PrintedAt, link.PrintedByUserId) = (link.Prints + 1, now, by.UserId);
        (link.RevokedAt, link.RevokedByUserId, link.WrongCodes) = (null, null, 0);
        path.Note(CaseEventKind.PersonLinkPrinted, DataCategory.Basic, null, by, now);
        return link;
    }

    public void Revoke(CasePath path, Officer by, DateTimeOffset now)
    {
        Refusal.If(WhyNotRevoke(path, by));
        // Sent twice it is revoked once.
        if (RevokedAt is not null)
            return;
        (RevokedAt, RevokedByUserId) = (now, by.UserId);
        path.Note(CaseEventKind.PersonLinkRevoked, DataCategory.Basic, null, by, now);
    }

    public bool IsSheet(byte[] tokenHash) => TokenHash.AsSpan().SequenceEqual(tokenHash);

    public bool IsOpenOn(DateOnly day) => RevokedAt is null && day <= Until && WrongCodes < MostWrongCodes;

    /// <summary>Somebody who has the sheet says the code.</summary>
    public bool Try(byte[] codeHash)
    {
        var right = WrongCodes < MostWrongCodes && CryptographicOperations.FixedTimeEquals(CodeHash, codeHash);
        WrongCodes = right ? 0 : Math.Min(WrongCodes + 1, MostWrongCodes);
        return right;
    }

    private static Refusal? WhyNotSeen(CasePath path, Officer by) =>
        path.ParticipationOf(by.ActorId)!.Categories.Covers(DataCategory.Basic) ? null : new Refusal("fact-person-not-seen");
}

/// <summary>What a sheet that is printed brings along.</summary>
public sealed record NewSheet(byte[] TokenHash, byte[] CodeHash, string Language, DateOnly Until);
