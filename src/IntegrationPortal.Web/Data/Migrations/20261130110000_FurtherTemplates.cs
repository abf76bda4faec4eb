using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class FurtherTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "further_key",
                table: "case_step",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "further_template",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_key = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_further_template", x => new { x.tenant_id, x.case_id, x.template_key });
                    table.ForeignKey(
                        name: "fk_further_template_case_path_tenant_id_case_id",
                        columns: x => new { x.tenant_id, x.case_id },
                        principalTable: "case_path",
                        principalColumns: new[] { "tenant_id", "id" });
                    table.ForeignKey(
                        name: "fk_further_template_tenant_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenant",
                        principalColumn: "id");
                });

            migrationBuilder.AddForeignKey(
                name: "fk_case_step_further_template_tenant_id_case_id_further_key",
                table: "case_step",
                columns: new[] { "tenant_id", "case_id", "further_key" },
                principalTable: "further_template",
                principalColumns: new[] { "tenant_id", "case_id", "template_key" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_case_step_further_template_tenant_id_case_id_further_key",
                table: "case_step");

            migrationBuilder.DropTable(
                name: "further_template");

            migrationBuilder.DropColumn(
                name: "further_key",
                table: "case_step");
        }
    }
}
