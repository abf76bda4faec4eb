using System.ComponentModel.DataAnnotations;

namespace IntegrationPortal.Web.Presentation.Forms;

/// <summary>
/// A day that somebody may mean. Every field of a day has this rule (<see cref="DefaultFormMessages"/>): the calendar knows 1900 to 2199, and
/// what is reckoned from a day, such as the end of an agreement, must still lie in it. A range, since MVC puts only the messages of .NET's own
/// attributes into words.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PossibleDayAttribute : RangeAttribute
{
    public PossibleDayAttribute()
        : base(typeof(DateOnly), "1900-01-01", "2150-12-31") => ParseLimitsInInvariantCulture = true;
}
