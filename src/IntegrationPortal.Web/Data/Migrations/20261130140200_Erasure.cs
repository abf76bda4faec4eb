using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Erasure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "left_on",
                table: "volunteer",
                type: "date",
                nullable: true);

            // Of who left before this nobody wrote down when: their period begins now. The owner is bound by the walls too.
            migrationBuilder.Sql("""
                alter table volunteer no force row level security;
                update volunteer set left_on = current_date where state = 'Left';
                alter table volunteer force row level security;
                """);

            migrationBuilder.CreateTable(
                name: "erased_case",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rows = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erased_case", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_erased_case_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "erasure_hold",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by_user_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure_hold", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_erasure_hold_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_erasure_hold_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_erased_case_tenant_id_erased_at",
                table: "erased_case",
                columns: new[] { "tenant_id", "erased_at" });

            migrationBuilder.CreateIndex(
                name: "ux_erasure_hold_running",
                table: "erasure_hold",
                columns: new[] { "tenant_id", "case_id" },
                unique: true,
                filter: "lifted_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erased_case");

            migrationBuilder.DropTable(
                name: "erasure_hold");

            migrationBuilder.DropColumn(
                name: "left_on",
                table: "volunteer");
        }
    }
}
