using IntegrationPortal.Domain;
using IntegrationPortal.Web.Presentation.Path;
using IntegrationPortal.Web.Presentation.Resources;
using Microsoft.Extensions.Localization;

namespace IntegrationPortal.Web.Presentation.Words;

/// <summary>Says what is pending, with the way to it.</summary>
public sealed class PendingWords(IStringLocalizer<SharedTexts> words, KindWords kinds)
{
    public PendingLine Of(Pending what, Guid handoverId, Bilingual subject, string from, string to) =>
        new(words["pending-line", kinds[what], subject, from, to], $"/handovers/{handoverId}");
}
