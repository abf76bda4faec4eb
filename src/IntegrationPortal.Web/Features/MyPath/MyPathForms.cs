using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Web.Presentation.Forms;

namespace IntegrationPortal.Web.Features.MyPath;

/// <summary>What is typed from a sheet: the long letters, or the digits that were told. What is wrong with it the page says in its own languages.</summary>
public sealed class PathCodeForm
{
    [Visible, StringLength(100), PlainText]
    public string? Code { get; set; }
}

/// <summary>What the person asks the lead. Carries an id, so that sending it twice is one question.</summary>
public sealed class AskForm
{
    public Guid Id { get; set; }

    /// <summary>What it is about; null for the page as a whole.</summary>
    public Guid? Step { get; set; }

    [Required, EnumDataType(typeof(PersonQuestionKind))]
    public PersonQuestionKind? Kind { get; set; }

    [Visible, StringLength(PersonQuestion.TextLength), PlainText]
    public string? Text { get; set; }
}
