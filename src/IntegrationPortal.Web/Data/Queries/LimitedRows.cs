using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Data.Queries;

/// <summary>The beginning of a list, for pages that everybody opens all day.</summary>
internal static class LimitedRows
{
    /// <summary>
    /// As Take, but with the number in the text of the statement. Take sends it as a parameter; not knowing it, PostgreSQL holds its
    /// plan for too dear and plans anew at every request, which behind the walls takes longer than the query.
    /// </summary>
    public static IQueryable<T> Limit<T>(this IQueryable<T> rows, int number) => rows.Provider.CreateQuery<T>(Expression.Call(
        typeof(Queryable), nameof(Queryable.Take), [typeof(T)], rows.Expression,
        Expression.Call(typeof(EF), nameof(EF.Constant), [typeof(int)], Expression.Constant(number))));
}
