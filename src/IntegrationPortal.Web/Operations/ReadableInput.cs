namespace IntegrationPortal.Web.Operations;

/// <summary>
/// Refuses text that no person types and PostgreSQL cannot store, before anybody reads it: NUL, halves of characters, what Unicode
/// says is no character, and bodies that are not the form they claim to be. The answer is 400, whatever the page.
/// </summary>
internal static class ReadableInput
{
    public static WebApplication UseReadableInput(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (await IsReadableAsync(context))
                await next(context);
            else
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
        });
        return app;
    }

    private static async Task<bool> IsReadableAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.QueryString.HasValue && !request.Query.All(field => IsText(field.Key) && field.Value.All(IsText)))
            return false;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return true;
        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            return form.All(field => IsText(field.Key) && field.Value.All(IsText));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return false;
        }
    }

    private static bool IsText(string? text)
    {
        for (var i = 0; i < (text?.Length ?? 0); i++)
        {
            var c = text![i];
            if (c is '\0' or '\uFFFE' or '\uFFFF')
                return false;
            if (char.IsSurrogate(c) && (!char.IsHighSurrogate(c) || ++i == text.Length || !char.IsLowSurrogate(text[i])))
                return false;
        }

        return true;
    }
}
