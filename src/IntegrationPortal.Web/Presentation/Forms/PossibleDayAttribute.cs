using System.ComponentModel.DataAnnotations;
using IntegrationPortal.Domain.Persons;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>
/// A day that somebody may mean. Every field of a day has this rule (<see cref="DefaultFormMessages"/>): the calendar knows 1900 to 2199, and
/// what is reckoned from a day, such as the end of an agreement, must still lie in it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PossibleDayAttribute : ValidationAttribute
{
    private const int LatestYear = 2150;

    public override bool IsValid(object? value) => value is not DateOnly day || day.Year is >= PartialDate.EarliestYear and <= LatestYear;
}
