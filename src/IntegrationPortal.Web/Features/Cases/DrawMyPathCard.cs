using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Presentation.Words;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Features.Cases;

/// <summary>Says in the case whether the person has a way to their own page, and what they asked there.</summary>
public sealed class DrawMyPathCard(IStringLocalizer<CasesTexts> words, KindWords kinds, TimeWords time)
{
    public MyPathCard Of(CaseFile file, Officer by)
    {
        var href = $"/cases/{file.Path.Id}";
        var mayPrint = PersonLink.WhyNotPrint(file.Path, by) is null || (file.Link is not null && PersonLink.WhyNotRevoke(file.Path, by) is null);
        return new MyPathCard(
            Link(file.Link), IsOpen(file.Link), mayPrint ? $"{href}/my-path" : null,
            [.. file.Asked.Where(q => q.AnsweredAt is null).Select(q => Line(file, q, $"{href}/questions/{q.Id}"))],
            [.. file.Asked.Where(q => q.AnsweredAt is not null).Select(q => Line(file, q, null))]);
    }

    private bool IsOpen(PersonLinkRow? link) => link is { IsRevoked: false, WrongCodes: < PersonLink.MostWrongCodes } && link.Until >= time.Today;

    private string Link(PersonLinkRow? link) => link switch
    {
        null => words["my-path-none"],
        { IsRevoked: true } => words["my-path-revoked"],
        { WrongCodes: >= PersonLink.MostWrongCodes } => words["my-path-guessed"],
        _ when link.Until < time.Today => words["my-path-lapsed", time.Plain(link.Until)],
        _ => words["my-path-open", time.Plain(link.PrintedAt), time.Plain(link.Until)],
    };

    private PersonAsked Line(CaseFile file, PersonQuestionRow question, string? href) => new(
        words["my-path-asked", kinds[question.Kind], time.Plain(question.AskedAt)],
        file.Path.Steps.FirstOrDefault(s => s.Id == question.StepId)?.Title.ToString() ?? words["my-path-whole"], question.Text, question.Answer,
        question.AnsweredAt is { } at ? words["my-path-answered", time.Plain(at), file.NameOf(question.AnsweredByActorId)].Value : null, href);
}
