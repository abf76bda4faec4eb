using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>Writes many entities of one type by COPY, with the columns and conversions of the model.</summary>
internal static class BulkCopy
{
    public static async Task WriteAsync(
        NpgsqlConnection connection, IEntityType type, IEnumerable<object> rows, CancellationToken cancellation)
    {
        Column[] columns = [.. ColumnsOf(type, row => row)];
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        await using var writer = await connection.BeginBinaryImportAsync($"copy {type.GetSchemaQualifiedTableName()} ({names}) from stdin (format binary)", cancellation);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellation);
            foreach (var column in columns)
            {
                if (column.Value(row) is { } value)
                    await writer.WriteAsync(value, column.StoreType, cancellation);
                else
                    await writer.WriteNullAsync(cancellation);
            }
        }

        await writer.CompleteAsync(cancellation);
    }

    private sealed record Column(string Name, string StoreType, Func<object, object?> Value);

    // Values of several columns, such as the clock of a handover, are complex properties inside the row.
    private static IEnumerable<Column> ColumnsOf(ITypeBase type, Func<object, object> holder) =>
        type.GetProperties().Where(p => !p.IsShadowProperty()).Select(p => ColumnOf(p, holder))
            .Concat(type.GetComplexProperties().SelectMany(c => ColumnsOf(c.ComplexType, row => c.GetGetter().GetClrValue(holder(row))!)));

    private static Column ColumnOf(IProperty property, Func<object, object> holder)
    {
        var mapping = property.GetRelationalTypeMapping();
        var getter = property.GetGetter();
        var converter = property.IsPrimitiveCollection ? null : mapping.Converter;
        return new Column(property.GetColumnName(), mapping.StoreTypeNameBase, row => getter.GetClrValue(holder(row)) switch
        {
            null => null,
            var value when converter is not null => converter.ConvertToProvider(value),
            IEnumerable<string> words => words.ToArray(),
            // Several values of a fixed list are stored as their names.
            System.Collections.IEnumerable kinds when property.IsPrimitiveCollection && property.GetElementType()!.ClrType.IsEnum =>
                kinds.Cast<object>().Select(k => k.ToString()!).ToArray(),
            var value => value,
        });
    }
}
