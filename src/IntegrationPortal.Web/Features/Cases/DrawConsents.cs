using IntegrationPortal.Domain.Consents;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Puts the consents of a case into words, those that were withdrawn with what became of it.</summary>
public sealed class DrawConsents(IStringLocalizer<CasesTexts> words, KindWords kinds, TimeWords time, CategoryWords categories, ReferenceCatalogue catalogue)
{
    public ConsentLine Line(CaseFile file, ConsentRow consent, Officer by)
    {
        var over = consent.Withdrawn is not null || consent.Until < time.Today;
        var period = words["consent-period", time.Plain(consent.GivenOn), time.Plain(consent.Until)];
        var given = consent.Interpreter is null
            ? words["consent-given", kinds[consent.Form], LanguageName(consent.Language)]
            : words["consent-given-with", kinds[consent.Form], LanguageName(consent.Language), consent.Interpreter];
        var proof = consent.Witness is null ? words["consent-proof", consent.TextVersion] : words["consent-proof-witness", consent.TextVersion, consent.Witness];
        return new ConsentLine(
            file.NameOf(consent.RecipientActorId), [.. categories.Of(consent.Covers).Select(categories.Name)], consent.Purpose,
            consent.Withdrawn is { } end ? words["consent-withdrawn-period", time.Plain(end.On)] : period, given, proof, over)
        {
            WithdrawHref = consent.Withdrawn is null && Consent.WhyNotWithdraw(file.Path, by) is null
                ? $"/cases/{file.Path.Id}/consents/{consent.Id}/withdraw" : null,
            Withdrawn = consent.Withdrawn is { } withdrawn ? Withdrawn(file, period, withdrawn) : null,
            Deleted = consent.Withdrawn?.Asked is { } asked ? Deleted(asked) : null,
            DeletionIsOpen = consent.Withdrawn?.Asked is { AnsweredAt: null },
        };
    }

    private string Withdrawn(CaseFile file, string period, ConsentWithdrawal withdrawn)
    {
        var how = withdrawn.Interpreter is null
            ? words["consent-withdrawn-how", kinds[withdrawn.As], LanguageName(withdrawn.Language)]
            : words["consent-withdrawn-how-with", kinds[withdrawn.As], LanguageName(withdrawn.Language), withdrawn.Interpreter];
        return withdrawn.ByActorId is { } by
            ? words["consent-withdrawn", time.Plain(withdrawn.On), how, file.NameOf(by), period]
            : words["consent-withdrawn-by-person", time.Plain(withdrawn.On), how, period];
    }

    private string Deleted(DeletionAnswer asked) => asked switch
    {
        { AnsweredAt: null } => words["deletion-open", time.Plain(asked.AskedAt), categories.Names(asked.Covers)],
        { AnsweredAt: { } at, KeptBecause: { } norm } => words["deletion-kept", time.Plain(at), norm],
        { AnsweredAt: { } at } => words["deletion-done", time.Plain(at)],
    };

    private string LanguageName(string code) => catalogue.Language(code)?.Name.ToString() ?? code;
}
